import type { Reward } from '@/lib/domain/invite';
import type { RewardOffer } from '@/lib/domain/invite-words';
import { grantBeli } from '../beli/grant-beli';
import { grantCoupons } from '../coupon/grant-coupons';
import type { TxCtx } from '../ctx';

/** The coupon of the rule was stopped, is over or sold out: nobody gets anything until the rule is put right. */
export class RewardNotGrantable extends Error {
  override readonly name = 'RewardNotGrantable';
}

interface Side {
  readonly accountId: number;
  readonly offer: RewardOffer;
  /** Of an offer that is a coupon. */
  readonly couponId: number | null;
}

interface Sides {
  readonly inviteId: number;
  readonly inviter: Side;
  readonly invitee: Side;
}

export interface GivenRewards {
  readonly inviter: Reward;
  readonly invitee: Reward;
}

/** The caller has locked both accounts, and rolls back when this throws. Coupons before 贝里: the order of locks. */
export async function giveRewards(ctx: TxCtx, { inviteId, inviter, invitee }: Sides): Promise<GivenRewards> {
  const coupons = await giveCoupons(ctx, [inviter, invitee]);
  const rewardOf = async (side: Side, role: 'inviter' | 'invitee'): Promise<Reward> => {
    const { accountId, offer } = side;
    if (offer.kind !== 'beli') return coupons.get(side) ?? { kind: 'none' };
    const note = role === 'inviter' ? '邀请好友奖励' : '受邀加入奖励';
    await grantBeli(ctx, { accountId, beli: offer.beli, businessKey: `invite:${inviteId}:${role}`, note });
    return { kind: 'beli', beli: offer.beli };
  };
  // The inviter's account is the older one: ledgers are locked by ascending account.
  const inviterReward = await rewardOf(inviter, 'inviter');
  return { inviter: inviterReward, invitee: await rewardOf(invitee, 'invitee') };
}

/** Whoever already has as many copies as one may have gets none. */
async function giveCoupons(ctx: TxCtx, sides: readonly Side[]): Promise<ReadonlyMap<Side, Reward>> {
  const rewards = new Map<Side, Reward>();
  const wanted = sides.flatMap((side) =>
    side.offer.kind === 'coupon' && side.couponId !== null
      ? [{ side, couponId: side.couponId, name: side.offer.name }]
      : [],
  );
  for (const { side, couponId, name } of wanted.sort((a, b) => a.couponId - b.couponId)) {
    const granted = await grantCoupons(ctx, { couponId, accountIds: [side.accountId] });
    const outcome = granted.ok ? granted.value.get(side.accountId) : granted.error.code;
    if (outcome === 'granted') rewards.set(side, { kind: 'coupon', couponId, name });
    else if (outcome !== 'limit_reached') throw new RewardNotGrantable(`coupon ${couponId}: ${outcome}`);
  }
  return rewards;
}
