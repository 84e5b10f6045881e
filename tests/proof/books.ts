import type { CouponRecordStatus, OrderStatus, PaymentStatus, RefundStatus } from '@/lib/domain/states';
import type { Truth } from './outside';

// The simple model: what the shop's books must say after each act, written without any of the shop's own rules.

export interface BookedLine {
  readonly id: number;
  readonly cashFen: number;
  readonly beli: number;
  readonly couponId: number | null;
}

export interface BookedOrder {
  readonly id: number;
  readonly orderNo: string;
  readonly cashFen: number;
  readonly beli: number;
  readonly couponId: number | null;
  readonly expiresAt: number;
  readonly lines: readonly BookedLine[];
  status: OrderStatus;
}

export interface BookedAttempt {
  readonly outTradeNo: string;
  readonly orderNo: string;
  readonly method: 'page' | 'wap';
  status: PaymentStatus;
  /** Alipay does not say what became of it. */
  isSilent: boolean;
}

export interface BookedRefund {
  readonly id: number;
  readonly orderNo: string;
  lineIds: readonly number[];
  status: RefundStatus;
}

/** What can be seen of the shop, in the model's words. Refunds of late money show in their payment alone. */
export interface View {
  readonly orders: Readonly<Record<string, OrderStatus>>;
  readonly attempts: Readonly<Record<string, PaymentStatus>>;
  readonly refunds: Readonly<Record<string, RefundStatus>>;
  readonly coupons: Readonly<Record<string, CouponRecordStatus>>;
  readonly beli: { readonly balance: number; readonly held: number };
}

const GONE: ReadonlySet<RefundStatus> = new Set(['rejected', 'failed']);
const MOVING: ReadonlySet<RefundStatus> = new Set(['approved', 'sending', 'unknown']);

export class Books {
  readonly orders = new Map<string, BookedOrder>();
  readonly attempts = new Map<string, BookedAttempt>();
  readonly refunds = new Map<number, BookedRefund>();
  readonly coupons: Map<number, CouponRecordStatus>;
  balance: number;
  held = 0;

  constructor(start: { readonly balance: number; readonly coupons: readonly number[] }) {
    this.balance = start.balance;
    this.coupons = new Map(start.coupons.map((id) => [id, 'unused']));
  }

  view(): View {
    const attempts = [...this.attempts.values()].map(({ outTradeNo, status }) => [outTradeNo, status]);
    return {
      orders: Object.fromEntries([...this.orders.values()].map(({ orderNo, status }) => [orderNo, status])),
      attempts: Object.fromEntries(attempts),
      refunds: Object.fromEntries([...this.refunds.values()].map(({ id, status }) => [id, status])),
      coupons: Object.fromEntries(this.coupons),
      beli: { balance: this.balance, held: this.held },
    };
  }

  order(orderNo: string): BookedOrder {
    return known(this.orders.get(orderNo), orderNo);
  }

  attemptsOf(orderNo: string): BookedAttempt[] {
    return [...this.attempts.values()].filter((attempt) => attempt.orderNo === orderNo);
  }

  place(order: BookedOrder): void {
    this.orders.set(order.orderNo, order);
    this.mark(couponsOf(order), 'locked');
    this.held += order.beli;
    if (order.cashFen === 0) this.becomePaid(order);
  }

  /** Money has come for an attempt, and the shop has heard of it. */
  hear(outTradeNo: string): void {
    const attempt = known(this.attempts.get(outTradeNo), outTradeNo);
    if (attempt.status !== 'created' && attempt.status !== 'closed') return;
    const order = this.order(attempt.orderNo);
    const isPayable = attempt.status === 'created' && order.status === 'pending';
    attempt.status = isPayable ? 'paid' : 'late';
    if (isPayable) this.becomePaid(order);
  }

  end(orderNo: string, status: 'cancelled' | 'expired'): void {
    const order = this.order(orderNo);
    order.status = status;
    for (const attempt of this.attemptsOf(orderNo)) if (attempt.status === 'created') attempt.status = 'closed';
    this.mark(couponsOf(order), 'unused');
    this.held -= order.beli;
  }

  /** The lines that may be asked for. */
  freeLines(orderNo: string): number[] {
    const { status, lines } = this.order(orderNo);
    if (status !== 'paid' && status !== 'partially_refunded') return [];
    return lines
      .map(({ id }) => id)
      .filter((id) => !this.refundsOf(orderNo).some(({ lineIds }) => lineIds.includes(id)));
  }

  giveBack(refundId: number): void {
    const refund = known(this.refunds.get(refundId), refundId);
    const order = this.order(refund.orderNo);
    refund.status = 'succeeded';
    const done = this.refundsOf(refund.orderNo).filter(({ status }) => status === 'succeeded');
    const refunded = done.flatMap(({ lineIds }) => lineIds);
    const isWhole = refunded.length === order.lines.length;
    order.status = isWhole ? 'refunded' : 'partially_refunded';
    const lines = order.lines.filter(({ id }) => refund.lineIds.includes(id));
    this.balance += lines.reduce((sum, { beli }) => sum + beli, 0);
    this.mark([...lines.map(({ couponId }) => couponId), isWhole ? order.couponId : null], 'unused');
  }

  /** What may have happened by itself while the shop was at work: it must be lawful, and then the model has it, too. */
  adopt(seen: View, world: World): void {
    for (const { orderNo, status } of this.orders.values()) {
      const now = seen.orders[orderNo];
      if (status !== 'pending' || now === 'pending' || now === undefined) continue;
      if (now === 'cancelled' || now === 'expired') this.adoptEnd(orderNo, now, world);
      else this.adoptPaid(orderNo, seen, world);
    }
    for (const attempt of this.attempts.values()) adoptAttempt(attempt, seen, world, this.order(attempt.orderNo));
    for (const refund of this.refunds.values()) {
      const now = seen.refunds[refund.id];
      if (now === undefined || now === refund.status || !MOVING.has(refund.status)) continue;
      if (now === 'succeeded') this.giveBack(refund.id);
      else if (now === 'failed' || MOVING.has(now)) refund.status = now;
    }
  }

  private adoptEnd(orderNo: string, status: 'cancelled' | 'expired', world: World): void {
    const isDue = this.order(orderNo).expiresAt <= world.now;
    if (status === 'expired' ? isDue : world.cancelling === orderNo) this.end(orderNo, status);
  }

  private adoptPaid(orderNo: string, seen: View, { truths }: World): void {
    const by = this.attemptsOf(orderNo).find(({ outTradeNo }) => seen.attempts[outTradeNo] === 'paid');
    if (by && truths.get(by.outTradeNo)?.state === 'paid') this.hear(by.outTradeNo);
  }

  private refundsOf(orderNo: string): BookedRefund[] {
    return [...this.refunds.values()].filter((refund) => refund.orderNo === orderNo && !GONE.has(refund.status));
  }

  private becomePaid(order: BookedOrder): void {
    order.status = 'paid';
    this.mark(couponsOf(order), 'used');
    this.held -= order.beli;
    this.balance -= order.beli;
  }

  private mark(ids: readonly (number | null)[], status: CouponRecordStatus): void {
    for (const id of ids) if (id !== null) this.coupons.set(id, status);
  }
}

/** What is true outside the shop at a moment. */
export interface World {
  readonly now: number;
  readonly truths: ReadonlyMap<string, Truth>;
  /** The order that somebody is cancelling just now. */
  readonly cancelling?: string;
}

function adoptAttempt(attempt: BookedAttempt, seen: View, { truths }: World, order: BookedOrder): void {
  const now = seen.attempts[attempt.outTradeNo];
  const truth = truths.get(attempt.outTradeNo);
  const { status } = attempt;
  if (now === undefined || now === status) return;
  const isOpen = status === 'created' || status === 'closed';
  if (now === 'closed' && status === 'created' && (truth?.state === 'closed' || order.status !== 'pending')) {
    attempt.status = 'closed';
  }
  if ((now === 'late' || now === 'refunded') && isOpen && truth?.state === 'paid') attempt.status = 'late';
  if (now === 'refunded' && attempt.status === 'late' && truth?.refundedFen === order.cashFen) {
    attempt.status = 'refunded';
  }
}

const couponsOf = ({ couponId, lines }: BookedOrder): (number | null)[] => [
  couponId,
  ...lines.map((line) => line.couponId),
];

function known<T>(found: T | undefined, what: string | number): T {
  if (found === undefined) throw new Error(`the model does not know ${what}`);
  return found;
}
