import { createHash } from 'node:crypto';

/** So many failures a minute are answered; what follows is refused unheard, right or wrong. */
export const FAILURES_ALLOWED = 10;
export const WINDOW_SECONDS = 60;

/** What a failure is counted under: the name that was tried and the address it came from. */
export type FailureKeys = readonly [account: string, address: string];

// Hashed, because people type passwords and worse into the field of the name; and a key has a fixed length.
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Known and unknown names count alike, or the throttle would tell which exist. */
export const passwordFailureKeys = (username: string, address: string): FailureKeys => [
  `password:account:${digest(username.toLowerCase())}`,
  `password:address:${digest(address)}`,
];

/** Wrong codes for a new password count by themselves: they do not keep anyone from signing in. */
export const resetFailureKeys = (username: string, address: string): FailureKeys => [
  `reset:account:${digest(username.toLowerCase())}`,
  addressKey('reset', address),
];

/** What something is counted under that comes from an address. */
export const addressKey = (what: string, address: string): string => `${what}:address:${digest(address)}`;

export const couponCodeFailureKeys = (accountId: number, address: string): FailureKeys => [
  `coupon-code:account:${accountId}`,
  `coupon-code:address:${digest(address)}`,
];
