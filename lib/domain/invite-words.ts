import type { Reward, RewardKind } from './invite';
import { type Beli, beliToFen, formatYuan } from './money';
import { REFUND_WINDOW_DAYS } from './refund';

/** One side of the rule. */
export type RewardOffer =
  | { readonly kind: Extract<RewardKind, 'none'> }
  | { readonly kind: Extract<RewardKind, 'beli'>; readonly beli: Beli }
  | { readonly kind: Extract<RewardKind, 'coupon'>; readonly name: string };

export interface InviteOffer {
  readonly inviter: RewardOffer;
  readonly invitee: RewardOffer;
}

/** `50 贝里（价值 ¥5.00）`, `优惠券「新人立减 20」`; null: nothing. */
export function offerWords(offer: RewardOffer): string | null {
  switch (offer.kind) {
    case 'none':
      return null;
    case 'beli':
      return `${offer.beli} 贝里（价值 ${formatYuan(beliToFen(offer.beli))}）`;
    case 'coupon':
      return `优惠券「${offer.name}」`;
  }
}

/** `得到 50 贝里（…）`, `得到优惠券「…」`: figures stand off from the words before them. */
export const getsWords = (what: string): string => (/^\d/.test(what) ? `得到 ${what}` : `得到${what}`);

/** When what is earned is given, as people are told. */
export const REWARD_TIME = `好友第一次付款满 ${REFUND_WINDOW_DAYS} 天且没有退款后发放`;

/** The rule in a sentence; null: invitations earn nothing at the moment. */
export function ruleWords(offer: InviteOffer | null): string | null {
  if (!offer) return null;
  const mine = offerWords(offer.inviter);
  const theirs = offerWords(offer.invitee);
  if (mine && theirs) {
    return mine === theirs
      ? `你和好友各自${getsWords(mine)}，${REWARD_TIME}。`
      : `你${getsWords(mine)}，好友${getsWords(theirs)}，${REWARD_TIME}。`;
  }
  if (mine) return `你${getsWords(mine)}，${REWARD_TIME}。`;
  return theirs ? `好友${getsWords(theirs)}，${REWARD_TIME}。` : null;
}

/** A name within a text that WeChat may take for markup: nothing of it becomes a link. */
export const plainName = (name: string): string => name.replace(/[<>&]/g, '').trim() || '一位同学';

interface Welcome {
  readonly inviter: string;
  readonly offer: InviteOffer | null;
  /** Where the account is finished. */
  readonly accountUrl: string;
}

/** What someone is told who followed through an invitation and has an account since. */
export function welcomeWords({ inviter, offer, accountUrl }: Welcome): string {
  const mine = offer && offerWords(offer.invitee);
  return [
    `感谢您的加入，邀请者是 ${plainName(inviter)}。`,
    '已为您开通路飞学城账号，并和这个微信绑定。',
    ...(mine ? [`首次付款满 ${REFUND_WINDOW_DAYS} 天且没有退款，您将${getsWords(mine)}。`] : []),
    `<a href="${accountUrl}">完善我的账号</a>`,
  ].join('\n');
}

/** What someone is told who had left, and came back through an invitation: it counts for nobody. */
export const welcomeBackWords = (accountUrl: string): string =>
  `欢迎回来！您原来的账号已经和这个微信重新绑定。\n<a href="${accountUrl}">打开我的账号</a>`;

/** What someone got, in words; null: nothing. */
export const rewardWords = (reward: Reward): string | null => offerWords(reward);

/** How an invitation looks when it is shared inside WeChat. */
export const invitationCard = (inviter: string): { readonly title: string; readonly description: string } => ({
  title: `${inviter} 邀请你来路飞学城一起学`,
  description: '从零到一份能上岗的本事：有老师带，有作业改，有人答疑。',
});
