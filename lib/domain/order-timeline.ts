import { formatYuan } from './money';
import type { RefundKind, RefundSource } from './refund-kinds';
import type { OrderStatus, RefundStatus } from './states';

export interface OrderMoments {
  readonly status: OrderStatus;
  readonly placedAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly closedAt: Date | null;
  /** When the 报名表 was submitted. */
  readonly enrolledAt: Date | null;
}

export interface RefundMoments {
  readonly kind: RefundKind;
  readonly source: RefundSource;
  readonly status: RefundStatus;
  readonly cashFen: number;
  readonly beli: number;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly finishedAt: Date | null;
}

export interface TimelineEntry {
  readonly label: string;
  /** Null: still to come. */
  readonly at: Date | null;
}

/** What has happened to an order and its refunds, in its order, and what comes next. */
export function orderTimeline(order: OrderMoments, refunds: readonly RefundMoments[] = []): TimelineEntry[] {
  const entries = [...orderEntries(order), ...refunds.flatMap(refundEntries)];
  const happened = entries.filter((entry) => entry.at !== null);
  const coming = entries.filter((entry) => entry.at === null);
  return [...happened.toSorted((a, b) => Number(a.at) - Number(b.at)), ...coming];
}

function orderEntries(order: OrderMoments): TimelineEntry[] {
  const placed = { label: '提交订单', at: order.placedAt };
  if (order.status === 'pending') return [placed, { label: '等待支付', at: null }];
  if (order.status === 'cancelled') return [placed, { label: '订单已取消', at: order.closedAt }];
  if (order.status === 'expired') return [placed, { label: '超时未支付，自动取消', at: order.closedAt }];
  const paid = [placed, { label: '支付成功', at: order.paidAt }];
  if (order.enrolledAt) return [...paid, { label: '报名完成，课程开通', at: order.enrolledAt }];
  return order.status === 'refunded' ? paid : [...paid, { label: '填写报名表', at: null }];
}

function refundEntries(refund: RefundMoments): TimelineEntry[] {
  const begun = { label: BEGUN[refund.source], at: refund.createdAt };
  const isAsked = refund.source === 'student';
  switch (refund.status) {
    case 'requested':
      return [begun, { label: '等待老师审核退款', at: null }];
    case 'rejected':
      return [begun, { label: '退款申请未通过', at: refund.decidedAt }];
    default: {
      const agreed = isAsked ? [{ label: '退款申请已同意', at: refund.decidedAt }] : [];
      return [begun, ...agreed, outcome(refund)];
    }
  }
}

function outcome(refund: RefundMoments): TimelineEntry {
  if (refund.status === 'failed') return { label: '退款失败，请联系老师', at: refund.finishedAt };
  const done = refund.status === 'succeeded';
  const what = refund.kind === 'late' ? '多付的款项' : '';
  return {
    label: `${done ? `${what}已退款` : `${what}正在退款`} ${backWords(refund)}`,
    at: done ? refund.finishedAt : null,
  };
}

const BEGUN: Readonly<Record<RefundSource, string>> = {
  student: '申请退款',
  admin: '老师发起退款',
  system: '收到多付的款项，自动原路退回',
};

/** `¥100.00 和 50 贝里`: what comes back. */
export function backWords({ cashFen, beli }: Pick<RefundMoments, 'cashFen' | 'beli'>): string {
  const parts = [cashFen > 0 || beli === 0 ? formatYuan(cashFen) : '', beli > 0 ? `${beli} 贝里` : ''];
  return parts.filter((part) => part !== '').join(' 和 ');
}
