import { z } from 'zod';
import { PUSH_MODES } from './push-modes';

const count = z.int().min(0).max(1000);

/** What goes wrong for one WeChat user, on purpose. Faults are per user, so tests that share a sandbox do not meet. */
export const faultsSchema = z.strictObject({
  /** The next so many message sends to this user answer −1, 45009 or 45011, and send nothing. */
  busy: count,
  dailyQuota: count,
  minuteQuota: count,
  /** At the next so many calls the account's token has just expired (42001), for this call and all after it. */
  tokenExpired: count,
  /** The next so many are carried out, but answered after 3 s / far too late / by a closed connection. */
  slow: count,
  timeout: count,
  drop: count,
  /** The next so many code exchanges and userinfo calls of this user answer −1 / far too late. */
  oauthBusy: count,
  oauthTimeout: count,
  /** Template messages refused by the user (43101); the account has the user on its blacklist (43019). */
  refuseTemplates: z.boolean(),
  blacklisted: z.boolean(),
  /** Consents come from a 快照页: a virtual openid, is_snapshotuser, and no userinfo (48001). */
  snapshot: z.boolean(),
  /** The next so many pushes about this user are never sent / their answer is lost, so that they are sent again. */
  losePushes: count,
  loseReplies: count,
  /** How this user's messages are pushed, whatever the account's mode. */
  pushMode: z.enum(PUSH_MODES).nullable(),
  /** What becomes of accepted template messages; `none`: the account is never told. */
  jobFinish: z.enum(['success', 'user block', 'system failed', 'freq limit', 'none']),
});

export type Faults = z.infer<typeof faultsSchema>;

export const NO_FAULTS: Faults = {
  busy: 0,
  dailyQuota: 0,
  minuteQuota: 0,
  tokenExpired: 0,
  slow: 0,
  timeout: 0,
  drop: 0,
  oauthBusy: 0,
  oauthTimeout: 0,
  refuseTemplates: false,
  blacklisted: false,
  snapshot: false,
  losePushes: 0,
  loseReplies: 0,
  pushMode: null,
  jobFinish: 'success',
};

/** Journals of former versions know fewer switches. */
export const storedFaultsSchema = z.preprocess(
  (stored) => (typeof stored === 'object' ? { ...NO_FAULTS, ...stored } : stored),
  faultsSchema,
);

/** `current` with the given switches changed; null when the change is malformed or names an unknown switch. */
export function changeFaults(current: Faults, change: unknown): Faults | null {
  if (typeof change !== 'object' || change === null) return null;
  const merged = faultsSchema.safeParse({ ...current, ...change });
  return merged.success ? merged.data : null;
}

/** What may go wrong with calls that are about nobody, by their path. */
export const callFaultsSchema = faultsSchema
  .pick({ busy: true, dailyQuota: true, minuteQuota: true, tokenExpired: true, slow: true, timeout: true, drop: true })
  .partial();

const COUNTED = {
  send: ['busy', 'dailyQuota', 'minuteQuota', 'tokenExpired', 'slow', 'timeout', 'drop'],
  oauth: ['oauthBusy', 'oauthTimeout'],
} as const;

export type FaultGroup = keyof typeof COUNTED;
export type CountedFault = (typeof COUNTED)[FaultGroup][number];

/** The fault that is due next in a group; several that are set come one after the other, in the order above. */
export function dueFault(faults: Faults, group: FaultGroup): CountedFault | null {
  return COUNTED[group].find((name) => faults[name] > 0) ?? null;
}
