import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { mutedTopic } from '@/db/schema';
import type { Topic } from '@/lib/domain/message-topic';

/** What an account does not want to hear of. */
export async function findMuted(db: Db, accountId: number): Promise<readonly Topic[]> {
  const rows = await db.select({ topic: mutedTopic.topic }).from(mutedTopic).where(eq(mutedTopic.accountId, accountId));
  return rows.map(({ topic }) => topic);
}
