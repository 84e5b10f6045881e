import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { coupon, couponRecord, enrolmentForm, order, orderLine, payment, product } from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import { isOrderNumber } from '@/lib/domain/order-number';
import type { OrderMoments } from '@/lib/domain/order-timeline';
import type { Amounts } from '@/lib/domain/settlement';

export interface OrderDetailLine extends Amounts {
  readonly id: number;
  readonly productId: number;
  readonly kind: ProductKind;
  readonly slug: string;
  readonly name: string;
  readonly coverHue: number;
  readonly coverGlyph: string;
  readonly validDays: number;
  readonly couponName: string | null;
}

export interface OrderDetail extends OrderMoments {
  readonly orderNo: string;
  readonly amounts: Amounts;
  readonly orderCouponName: string | null;
  /** Alipay's number of the payment that paid it. */
  readonly tradeNo: string | null;
  readonly lines: readonly OrderDetailLine[];
}

/** The account's own order with all that was frozen in it; null when they have no such order. */
export async function findOrder(db: Db, accountId: number, orderNo: string): Promise<OrderDetail | null> {
  if (!isOrderNumber(orderNo)) return null;
  const [row] = await db
    .select({ order, orderCouponName: coupon.name, enrolledAt: enrolmentForm.submittedAt, tradeNo: payment.tradeNo })
    .from(order)
    .leftJoin(couponRecord, eq(couponRecord.id, order.orderCouponRecordId))
    .leftJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .leftJoin(enrolmentForm, eq(enrolmentForm.orderId, order.id))
    .leftJoin(payment, and(eq(payment.orderId, order.id), eq(payment.status, 'paid')))
    .where(and(eq(order.orderNo, orderNo), eq(order.accountId, accountId)));
  if (!row) return null;
  const { status, placedAt, expiresAt, paidAt, closedAt } = row.order;
  const { listFen, lineDiscountFen, orderDiscountFen, beli, cashFen } = row.order;
  return {
    orderNo,
    status,
    placedAt,
    expiresAt,
    paidAt,
    closedAt,
    amounts: { listFen, lineDiscountFen, orderDiscountFen, beli, cashFen },
    orderCouponName: row.orderCouponName,
    enrolledAt: row.enrolledAt,
    tradeNo: row.tradeNo,
    lines: await readLines(db, row.order.id),
  };
}

function readLines(db: Db, orderId: number): Promise<OrderDetailLine[]> {
  return db
    .select({
      id: orderLine.id,
      productId: orderLine.productId,
      kind: orderLine.productKind,
      slug: product.slug,
      name: orderLine.productName,
      coverHue: product.coverHue,
      coverGlyph: product.coverGlyph,
      validDays: orderLine.validDays,
      couponName: coupon.name,
      listFen: orderLine.listFen,
      lineDiscountFen: orderLine.lineDiscountFen,
      orderDiscountFen: orderLine.orderDiscountFen,
      beli: orderLine.beli,
      cashFen: orderLine.cashFen,
    })
    .from(orderLine)
    .innerJoin(product, eq(product.id, orderLine.productId))
    .leftJoin(couponRecord, eq(couponRecord.id, orderLine.couponRecordId))
    .leftJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));
}
