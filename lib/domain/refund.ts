import { type Beli, beli, type Fen, fen } from './money';
import type { OrderStatus, RefundStatus } from './states';

/** So many days of 24 hours after the payment a student may ask; later only an administrator starts a refund. */
export const REFUND_WINDOW_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The first instant at which a student may no longer ask. */
export const refundDeadline = (paidAt: Date): Date => new Date(paidAt.getTime() + REFUND_WINDOW_DAYS * DAY_MS);

/** A line of an order as refunds see it, with its frozen shares. */
export interface RefundableLine {
  readonly id: number;
  readonly cashFen: Fen;
  readonly beli: Beli;
  /** The state of the refund that has it (never rejected or failed); null: it may be refunded. */
  readonly refundStatus: RefundStatus | null;
}

interface PaidOrder {
  readonly status: OrderStatus;
  readonly paidAt: Date | null;
}

/** Whether there is anything paid to give back. */
export const isRefundable = ({ status }: Pick<PaidOrder, 'status'>): boolean =>
  status === 'paid' || status === 'partially_refunded';

/** Why a student cannot ask for a refund of this order now; null when they can. */
export function whyNotAsk(order: PaidOrder, now: Date): 'ORDER_NOT_REFUNDABLE' | 'REFUND_WINDOW_OVER' | null {
  if (!isRefundable(order) || order.paidAt === null) return 'ORDER_NOT_REFUNDABLE';
  return now < refundDeadline(order.paidAt) ? null : 'REFUND_WINDOW_OVER';
}

/** all: every line that no refund has yet. */
export type LineChoice = readonly number[] | 'all';

/** The lines a choice means; null when it means none, or one that is not there or has a refund. */
export function chooseLines<L extends Pick<RefundableLine, 'id' | 'refundStatus'>>(
  lines: readonly L[],
  choice: LineChoice,
): L[] | null {
  const free = lines.filter((line) => line.refundStatus === null);
  const chosen = choice === 'all' ? free : free.filter(({ id }) => choice.includes(id));
  const wanted = choice === 'all' ? chosen.length : new Set(choice).size;
  return chosen.length > 0 && chosen.length === wanted ? chosen : null;
}

/** What the lines give back: the sums of their frozen shares. Nothing is prorated again. */
export const refundAmounts = (
  lines: readonly Pick<RefundableLine, 'cashFen' | 'beli'>[],
): { readonly cashFen: Fen; readonly beli: Beli } => ({
  cashFen: fen(lines.reduce((sum, line) => sum + line.cashFen, 0)),
  beli: beli(lines.reduce((sum, line) => sum + line.beli, 0)),
});

interface CouponedOrder {
  /** Coupon records; null: none. */
  readonly orderCouponRecordId: number | null;
  readonly lines: readonly { readonly id: number; readonly couponRecordId: number | null }[];
}

/**
 * The coupon records that come back when `refunding` is refunded after `refunded`, by line ids: a line's with its
 * line, the order's when no line is left. (Those whose time has passed come back as expired.)
 */
export function couponsBack(
  { orderCouponRecordId, lines }: CouponedOrder,
  refunding: ReadonlySet<number>,
  refunded: ReadonlySet<number> = new Set(),
): number[] {
  const ofLines = lines.filter(({ id }) => refunding.has(id)).map((line) => line.couponRecordId);
  const isWhole = lines.every(({ id }) => refunding.has(id) || refunded.has(id));
  return [...ofLines, isWhole ? orderCouponRecordId : null].filter((id) => id !== null);
}

/** What an order is once `refunded` of its `lines` lines were given back. */
export const statusAfterRefund = (refunded: number, lines: number): 'partially_refunded' | 'refunded' =>
  refunded >= lines ? 'refunded' : 'partially_refunded';
