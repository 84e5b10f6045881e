import type { OrderStatus } from './states';

export interface OrderMoments {
  readonly status: OrderStatus;
  readonly placedAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly closedAt: Date | null;
  /** When the 报名表 was submitted. */
  readonly enrolledAt: Date | null;
}

export interface TimelineEntry {
  readonly label: string;
  /** Null: still to come. */
  readonly at: Date | null;
}

/** What has happened to an order, in its order, and what comes next. */
export function orderTimeline(order: OrderMoments): TimelineEntry[] {
  const placed = { label: '提交订单', at: order.placedAt };
  if (order.status === 'pending') return [placed, { label: '等待支付', at: null }];
  if (order.status === 'cancelled') return [placed, { label: '订单已取消', at: order.closedAt }];
  if (order.status === 'expired') return [placed, { label: '超时未支付，自动取消', at: order.closedAt }];
  const paid = [placed, { label: '支付成功', at: order.paidAt }];
  if (order.enrolledAt) return [...paid, { label: '报名完成，课程开通', at: order.enrolledAt }];
  return order.status === 'refunded' ? paid : [...paid, { label: '填写报名表', at: null }];
}
