import { and, asc, eq, exists, gt, isNull } from 'drizzle-orm';
import { readInviteRule } from '@/db/queries/invite-rule';
import { invite, order } from '@/db/schema';
import type { Ctx } from '../ctx';
import { countingOrders } from './find-counting-order';
import { payReward, type RewardOutcome } from './pay-reward';

const AT_ONCE = 200;

/** Rewards every invitation that has come to count, each in a transaction of its own. Without an active rule all wait. */
export async function payRewards(ctx: Ctx): Promise<Readonly<Record<RewardOutcome, number>>> {
  const outcomes = { rewarded: 0, not_yet: 0, not_grantable: 0 };
  const rule = await readInviteRule(ctx.db);
  if (!rule?.isActive) return outcomes;
  for (let after = 0; ; ) {
    const due = await findDue(ctx, after);
    for (const id of due) outcomes[await payReward(ctx, id)] += 1;
    const last = due.at(-1);
    if (last === undefined || due.length < AT_ONCE) return outcomes;
    after = last;
  }
}

/** By ascending id; whether they still are is asked again under the locks. */
async function findDue({ db, now }: Ctx, after: number): Promise<number[]> {
  const counting = db
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.accountId, invite.inviteeId), countingOrders(db, now)));
  const rows = await db
    .select({ id: invite.id })
    .from(invite)
    .where(and(isNull(invite.rewardedAt), gt(invite.id, after), exists(counting)))
    .orderBy(asc(invite.id))
    .limit(AT_ONCE);
  return rows.map(({ id }) => id);
}
