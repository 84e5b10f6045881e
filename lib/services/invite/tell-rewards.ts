import type { Reward } from '@/lib/domain/invite';
import { rewardWords } from '@/lib/domain/invite-words';
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
  const tell = async (accountId: number, reward: Reward, why: string): Promise<void> => {
    const what = rewardWords(reward);
    if (what === null) return;
    const url = ctx.gateways.wechat.pageUrl(reward.kind === 'coupon' ? '/account/coupons' : '/account/beli');
    await putMessage(ctx, {
      accountId,
      cause: `invite:${inviteId}:rewarded`,
      title: '邀请奖励',
      content: { kind: 'text', text: `${why}${what}已经到账。\n<a href="${url}">去看看</a>` },
    });
  };
  await tell(inviterId, inviter, '你邀请的好友已经开始学习，');
  await tell(inviteeId, invitee, '感谢你接受邀请来到路飞学城，');
}
