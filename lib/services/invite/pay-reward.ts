import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { type FoundRule, readInviteRule } from '@/db/queries/invite-rule';
import { account, invite } from '@/db/schema';
import type { Reward } from '@/lib/domain/invite';
import type { Ctx, TxCtx } from '../ctx';
import { findCountingOrder } from './find-counting-order';
import { giveRewards, RewardNotGrantable } from './give-rewards';
import { tellRewards } from './tell-rewards';

export type RewardOutcome = 'rewarded' | 'not_yet' | 'not_grantable';

/**
 * Gives both sides of one invitation what the rule promises, once: all of it in one transaction, or nothing. Of two
 * workers the second finds it done. A coupon that cannot be given now leaves the invitation open.
 */
export async function payReward(ctx: Ctx, inviteId: number): Promise<RewardOutcome> {
  try {
    return await ctx.db.transaction((tx) => pay({ ...ctx, db: tx }, inviteId));
  } catch (error) {
    if (error instanceof RewardNotGrantable) return 'not_grantable';
    throw error;
  }
}

async function pay(ctx: TxCtx, inviteId: number): Promise<RewardOutcome> {
  const [named] = await ctx.db.select().from(invite).where(eq(invite.id, inviteId));
  if (!named) return 'not_yet';
  const sides = { inviterId: named.inviterId, inviteeId: named.inviteeId };
  const enabled = await lockBoth(ctx, [sides.inviterId, sides.inviteeId]);
  // Both accounts are locked: nobody else rewards, and no refund of the invitee begins, until the commit.
  const rule = await readInviteRule(ctx.db);
  const orderId = await findCountingOrder(ctx.db, sides.inviteeId, ctx.now);
  if (!rule?.isActive || orderId === null || !(await isOpen(ctx, inviteId))) return 'not_yet';

  const given = await giveRewards(ctx, {
    inviteId,
    inviter: { accountId: sides.inviterId, ...sideOf(rule, 'inviter', enabled.has(sides.inviterId)) },
    invitee: { accountId: sides.inviteeId, ...sideOf(rule, 'invitee', enabled.has(sides.inviteeId)) },
  });
  await conclude(ctx, inviteId, orderId, given);
  await tellRewards(ctx, { inviteId, ...sides, ...given });
  return 'rewarded';
}

/** By ascending id; those of them that are not disabled. */
async function lockBoth({ db }: TxCtx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await db
    .select({ id: account.id, disabledAt: account.disabledAt })
    .from(account)
    .where(inArray(account.id, [...ids]))
    .orderBy(asc(account.id))
    .for('no key update');
  return new Set(rows.flatMap(({ id, disabledAt }) => (disabledAt === null ? [id] : [])));
}

async function isOpen({ db }: TxCtx, inviteId: number): Promise<boolean> {
  const [open] = await db
    .select({ id: invite.id })
    .from(invite)
    .where(and(eq(invite.id, inviteId), isNull(invite.rewardedAt)));
  return open !== undefined;
}

/** A disabled account gets nothing. */
function sideOf(rule: FoundRule, side: 'inviter' | 'invitee', isEnabled: boolean) {
  const couponId = side === 'inviter' ? rule.inviterCouponId : rule.inviteeCouponId;
  return { offer: isEnabled ? rule[side] : ({ kind: 'none' } as const), couponId };
}

async function conclude(
  { db, now }: TxCtx,
  inviteId: number,
  orderId: number,
  given: { readonly inviter: Reward; readonly invitee: Reward },
): Promise<void> {
  const concluded = await db
    .update(invite)
    .set({ orderId, rewardedAt: now, inviterReward: given.inviter, inviteeReward: given.invitee })
    .where(and(eq(invite.id, inviteId), isNull(invite.rewardedAt)))
    .returning({ id: invite.id });
  if (concluded.length === 0) throw new Error(`invitation ${inviteId} was rewarded under our lock`);
}
