import 'server-only';
import { and, asc, eq, inArray, like, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { beliEntry, coupon, couponRecord, message, orderLine } from '@/db/schema';

// What an order did beside its own rows, for its page in the dashboard, which has asked for the administrator.

interface Order {
  readonly id: number;
  readonly accountId: number;
  readonly orderCouponRecordId: number | null;
}

/** The coupons it was placed with, as they are now. */
export const readCoupons = (db: Db, { id, orderCouponRecordId }: Order) => {
  const ofLines = db.select({ id: orderLine.couponRecordId }).from(orderLine).where(eq(orderLine.orderId, id));
  return db
    .select({
      id: couponRecord.id,
      number: couponRecord.number,
      familyId: couponRecord.familyId,
      name: coupon.name,
      status: couponRecord.status,
      validUntil: couponRecord.validUntil,
    })
    .from(couponRecord)
    .innerJoin(coupon, eq(coupon.id, couponRecord.couponId))
    .where(
      or(
        inArray(couponRecord.id, ofLines),
        orderCouponRecordId === null ? undefined : eq(couponRecord.id, orderCouponRecordId),
      ),
    )
    .orderBy(asc(couponRecord.id));
};

/** What it did to the 贝里 account, in its order. */
export const readBeliEntries = (db: Db, orderId: number) =>
  db
    .select({
      id: beliEntry.id,
      kind: beliEntry.kind,
      delta: beliEntry.delta,
      heldDelta: beliEntry.heldDelta,
      balanceAfter: beliEntry.balanceAfter,
      note: beliEntry.note,
      createdAt: beliEntry.createdAt,
    })
    .from(beliEntry)
    .where(eq(beliEntry.orderId, orderId))
    .orderBy(asc(beliEntry.id));

/** What its student was told of it and of its refunds. */
export const readMessages = (db: Db, { id, accountId }: Order, refunds: readonly { readonly id: number }[]) =>
  db
    .select({
      id: message.id,
      title: message.title,
      status: message.status,
      reason: message.reason,
      createdAt: message.createdAt,
    })
    .from(message)
    .where(
      and(
        eq(message.accountId, accountId),
        or(
          like(message.cause, `order:${id}:%`),
          ...refunds.map((refund) => like(message.cause, `refund:${refund.id}:%`)),
        ),
      ),
    )
    .orderBy(asc(message.id));
