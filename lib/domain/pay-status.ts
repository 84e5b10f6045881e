import { z } from 'zod';
import { ORDER_STATUSES } from './states';

/** What a page that waits for a payment is told; instants in epoch milliseconds of the server's clock. */
export const payStatusSchema = z.object({
  status: z.enum(ORDER_STATUSES),
  expiresAt: z.int(),
  now: z.int(),
});
export type PayStatus = z.infer<typeof payStatusSchema>;

const FAST_MS = 2000;
const SLOWEST_MS = 15_000;

/** How long to wait before asking again: often at first, when a payment is likely, then less and less. */
export function pollDelay(timesAsked: number): number {
  return Math.min(FAST_MS * 1.15 ** Math.max(0, timesAsked - 15), SLOWEST_MS);
}

/** `29:59`; never negative. */
export function formatCountdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
