import type { Db } from '@/db/client';
import { enqueueAll } from '../enqueue';

interface QueuedMessage {
  readonly id: number;
  readonly campaignId: number | null;
}

/** After what orders wait for; and a campaign's thousands after what the shop tells one student. */
const PRIORITY = { single: 10, campaign: 20 } as const;

/** One job a message: adding it again only moves it. */
export async function enqueueSend(db: Db, messages: readonly QueuedMessage[], runAt: Date): Promise<void> {
  const jobs = messages.map(({ id, campaignId }) => ({
    payload: { messageId: id },
    key: `message:${id}:send`,
    priority: campaignId === null ? PRIORITY.single : PRIORITY.campaign,
    runAt,
  }));
  await enqueueAll(db, 'message.send', jobs);
}
