import { ORDER_STATUSES, type OrderStatus } from './states';

/** What a page that waits for a payment is told; instants in epoch milliseconds of the server's clock. */
export interface PayStatus {
  readonly status: OrderStatus;
  readonly expiresAt: number;
  readonly now: number;
}

export const isPayStatus = (value: unknown): value is PayStatus =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  ORDER_STATUSES.some((status) => status === value.status) &&
  'expiresAt' in value &&
  Number.isInteger(value.expiresAt) &&
  'now' in value &&
  Number.isInteger(value.now);

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
