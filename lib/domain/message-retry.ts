import { endOfDay, shanghaiDay } from './shanghai-day';

/** Minutes in which the platform drops a template message it has already taken, by client_msg_id. */
const DEDUPE_MINUTES = 10;
/** A message sent again must still arrive inside them. */
const TRAVEL_MINUTES = 1;

/** Whether the platform still recognises, at `at`, a template message that may have reached it at `firstSentAt`. */
export const isRecognised = (firstSentAt: Date, at: Date): boolean =>
  at.getTime() < firstSentAt.getTime() + (DEDUPE_MINUTES - TRAVEL_MINUTES) * 60_000;

/** soon: half a minute, doubling, at most an hour; hourly; tomorrow: once the quotas of the day are new. */
export type RetryPace = 'soon' | 'hourly' | 'tomorrow';

/** Past this many attempts a message is given up. */
const MAX_ATTEMPTS = 12;
const HOUR_SECONDS = 3600;

/**
 * When to try again after `attempts` tries; null: given up.
 * `spread` in [0, 1) keeps many messages from coming back together.
 */
export function retryAt(input: {
  readonly now: Date;
  readonly attempts: number;
  readonly pace: RetryPace;
  readonly spread: number;
}): Date | null {
  const { now, attempts, pace, spread } = input;
  if (attempts >= MAX_ATTEMPTS) return null;
  // Quotas are counted by the day in Beijing.
  if (pace === 'tomorrow')
    return new Date(endOfDay(shanghaiDay(now)).getTime() + 60_000 + spread * HOUR_SECONDS * 1000);
  const base = pace === 'hourly' ? HOUR_SECONDS : Math.min(30 * 2 ** (attempts - 1), HOUR_SECONDS);
  return new Date(now.getTime() + base * (1 + spread / 4) * 1000);
}
