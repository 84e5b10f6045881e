import type { Db } from '@/db/client';
import { enqueue } from '../enqueue';

/** One job a message: adding it again only moves it. */
export async function enqueueSend(db: Db, messageId: number, runAt: Date): Promise<void> {
  await enqueue(db, 'message.send', { messageId }, { key: `message:${messageId}:send`, runAt });
}
