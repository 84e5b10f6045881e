import type { Reward } from '@/lib/domain/invite';
import { rewardWords } from '@/lib/domain/invite-words';
import { NOTICE_TITLES } from '@/lib/domain/notice';
import type { TxCtx } from '../ctx';
import { putMessage } from '../message/put-message';
import type { GivenRewards } from './give-rewards';

interface Told extends GivenRewards {
  readonly inviteId: number;
  readonly inviterId: number;
  readonly inviteeId: number;
}

/** Tells each side what it got, once; whoever got nothing hears nothing. The caller has locked both accounts. */
export async function tellRewards(ctx: TxCtx, told: Told): Promise<void> {
  const { inviteId, inviterId, inviteeId, inviter, invitee } = told;
  const tell = async (accountId: number, reward: Reward, side: 'inviter' | 'invitee'): Promise<void> => {
    const what = rewardWords(reward);
    if (what === null) return;
    await putMessage(ctx, {
      accountId,
      cause: `invite:${inviteId}:rewarded`,
      title: NOTICE_TITLES.invite_rewarded,
      content: {
        kind: 'notice',
        notice: 'invite_rewarded',
        path: reward.kind === 'coupon' ? '/account/coupons' : '/account/beli',
        facts: { reward: what, side, at: ctx.now.toISOString() },
      },
    });
  };
  await tell(inviterId, inviter, 'inviter');
  await tell(inviteeId, invitee, 'invitee');
}
