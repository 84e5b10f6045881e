import type { Db } from '@/db/client';
import { enqueueAll } from '../enqueue';

/** One job a message: adding it again only moves it. */
export async function enqueueSend(db: Db, messageIds: readonly number[], runAt: Date): Promise<void> {
  const jobs = messageIds.map((messageId) => ({ payload: { messageId }, key: `message:${messageId}:send`, runAt }));
  await enqueueAll(db, 'message.send', jobs);
}
