import { and, eq, notInArray } from 'drizzle-orm';
import { mutedTopic } from '@/db/schema';
import type { MutableTopic } from '@/lib/domain/topics-form';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';

/** What one's own account does not want to hear of, from now on; messages that have not left yet are cancelled when they are due. */
export async function saveTopics(
  ctx: AccountCtx,
  { muted }: { readonly muted: readonly MutableTopic[] },
): Promise<void> {
  const accountId = ctx.actor.id;
  await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const others = muted.length > 0 ? notInArray(mutedTopic.topic, [...muted]) : undefined;
    await tx.delete(mutedTopic).where(and(eq(mutedTopic.accountId, accountId), others));
    if (muted.length === 0) return;
    await tx
      .insert(mutedTopic)
      .values(muted.map((topic) => ({ accountId, topic, mutedAt: ctx.now })))
      .onConflictDoNothing();
  });
}
