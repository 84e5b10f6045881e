import type { Beli } from './money';

/** How an invitation reached the new account: its link, or the QR through which they followed. */
export const INVITE_CHANNELS = ['link', 'qr'] as const;
export type InviteChannel = (typeof INVITE_CHANNELS)[number];

export const REWARD_KINDS = ['none', 'beli', 'coupon'] as const;
export type RewardKind = (typeof REWARD_KINDS)[number];

/** What someone got for an invitation that counts. */
export type Reward =
  | { readonly kind: 'none' }
  | { readonly kind: 'beli'; readonly beli: Beli }
  | { readonly kind: 'coupon'; readonly couponId: number; readonly name: string };
