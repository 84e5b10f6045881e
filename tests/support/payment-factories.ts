import { asc, eq } from 'drizzle-orm';
import type { Database, Db } from '@/db/client';
import {
  beliAccount,
  cartItem,
  couponRecord,
  enrolment,
  enrolmentGrant,
  order,
  orderLine,
  payment,
  paymentEvent,
} from '@/db/schema';
import { fen } from '@/lib/domain/money';
import type { PaymentMethod } from '@/lib/domain/payment';
import type { AlipayTrade } from '@/lib/gateways/alipay/gateway';
import type { Ctx, Gateways } from '@/lib/services/ctx';
import { solveCombination } from '@/lib/solver/combination-solver';
import { mintCouponRecord } from './coupon-factories';
import { fakeGateways, mintAccount, mintCourse, only, putInCart, silentLog, unique } from './factories';
import { type MintedOrder, mintPendingOrder } from './order-factories';

/** The context of a job or a callback. */
export const systemCtx = (db: Db, options: { now?: Date; gateways?: Gateways } = {}): Ctx => ({
  db,
  actor: { kind: 'system' },
  now: options.now ?? new Date(),
  gateways: options.gateways ?? fakeGateways(),
  solver: solveCombination,
  log: silentLog,
});

/** An open attempt to pay a pending order. */
export async function mintAttempt(
  db: Db,
  placed: MintedOrder,
  method: PaymentMethod = 'page',
  outTradeNo = unique('o'),
) {
  const values = { orderId: placed.id, outTradeNo, method, amountFen: fen(placed.cashFen) };
  return only(await db.insert(payment).values(values).returning());
}

/** What Alipay says of a paid attempt. */
export const paidTrade = (attempt: { outTradeNo: string; amountFen: number }): AlipayTrade => ({
  outTradeNo: attempt.outTradeNo,
  tradeNo: `T-${attempt.outTradeNo}`,
  status: 'TRADE_SUCCESS',
  amount: fen(attempt.amountFen),
});

/**
 * A student whose pending order used everything an order can use: one course with a line coupon and one without, an
 * order coupon, 100 贝里 of 500, both courses still in the cart, and one open attempt to pay.
 */
export async function mintFullOrder(db: Database, options: { now?: Date } = {}) {
  const student = await mintAccount(db, { beli: 500 });
  const first = await mintCourse(db, { prices: [[30, 29900]] });
  const second = await mintCourse(db, { prices: [[90, 49900]] });
  await putInCart(db, student.id, first);
  await putInCart(db, student.id, second);
  const lineCoupon = await mintCouponRecord(db, student.id, { productId: first.id });
  const orderCoupon = await mintCouponRecord(db, student.id);
  const placed = await mintPendingOrder(
    db,
    student.id,
    [
      { product: first, couponRecordId: lineCoupon.id, lineDiscountFen: 1000, orderDiscountFen: 400, beli: 100 },
      { product: second, orderDiscountFen: 600 },
    ],
    { orderCouponRecordId: orderCoupon.id, ...options },
  );
  const attempt = await mintAttempt(db, placed);
  return { student, first, second, placed, attempt, couponIds: [lineCoupon.id, orderCoupon.id] };
}

export const readOrder = async (db: Db, id: number) => only(await db.select().from(order).where(eq(order.id, id)));

export const readPayments = (db: Db, orderId: number) =>
  db.select().from(payment).where(eq(payment.orderId, orderId)).orderBy(asc(payment.id));

export const readEvents = (db: Db, outTradeNo: string) =>
  db.select().from(paymentEvent).where(eq(paymentEvent.outTradeNo, outTradeNo)).orderBy(asc(paymentEvent.id));

/** Everything an order may change, for comparing before and after. */
export async function readWorld(db: Db, accountId: number, orderId: number) {
  const read = await Promise.all([
    readOrder(db, orderId),
    readPayments(db, orderId),
    db.select().from(couponRecord).where(eq(couponRecord.accountId, accountId)).orderBy(asc(couponRecord.id)),
    db.select().from(beliAccount).where(eq(beliAccount.accountId, accountId)),
    db.select().from(cartItem).where(eq(cartItem.accountId, accountId)).orderBy(asc(cartItem.id)),
    readGrants(db, accountId),
  ]);
  const [placed, payments, coupons, beli, cart, grants] = read;
  return { placed, payments, coupons, beli: beli[0], cart, grants };
}

/** The account's grants in the order in which they begin, with their products. */
export const readGrants = (db: Db, accountId: number) =>
  db
    .select({
      productId: enrolment.productId,
      orderId: orderLine.orderId,
      startsAt: enrolmentGrant.startsAt,
      endsAt: enrolmentGrant.endsAt,
    })
    .from(enrolmentGrant)
    .innerJoin(enrolment, eq(enrolment.id, enrolmentGrant.enrolmentId))
    .innerJoin(orderLine, eq(orderLine.id, enrolmentGrant.orderLineId))
    .where(eq(enrolment.accountId, accountId))
    .orderBy(asc(enrolment.productId), asc(enrolmentGrant.startsAt));
