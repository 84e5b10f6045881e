const MINUTE_MS = 60_000;
const WAITS = [1, 2, 5, 10] as const;
/** Clocks differ, and a payment of the last second takes a moment. */
const LAST_AFTER_MS = MINUTE_MS;

/**
 * When to ask the gateway (again) about an attempt nobody told us about, asked `asked` times by now: 1, 2, 5, 10, 10 …
 * minutes later, and for the last time a minute after it can no longer be paid. Null: that was the last time.
 */
export function nextQuestion(asked: number, now: Date, expiresAt: Date): Date | null {
  const last = expiresAt.getTime() + LAST_AFTER_MS;
  if (now.getTime() >= last) return null;
  const wait = WAITS[asked] ?? Math.max(...WAITS);
  return new Date(Math.min(now.getTime() + wait * MINUTE_MS, last));
}
