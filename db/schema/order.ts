import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, foreignKey, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { PRODUCT_KINDS } from '@/lib/domain/catalogue';
import { ORDER_STATUSES } from '@/lib/domain/states';
import { account } from './account';
import { at, beliColumn, createdAt, fenColumn, id, oneOf, reference } from './columns';
import { couponRecord } from './coupon';
import { pricePolicy, product } from './product';
import { settlement } from './settlement';

/** Amounts are frozen when the order is placed: list = line discount + order discount + 贝里 × 10 fen + cash. */
export const order = pgTable(
  'order',
  {
    id: id(),
    orderNo: text().notNull().unique(),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    // One settlement gives one order, however often it is submitted.
    settlementId: reference()
      .notNull()
      .unique()
      .references((): AnyPgColumn => settlement.id),
    status: text({ enum: ORDER_STATUSES }).notNull().default('pending'),
    listFen: fenColumn().notNull(),
    lineDiscountFen: fenColumn().notNull(),
    orderDiscountFen: fenColumn().notNull(),
    beli: beliColumn().notNull(),
    cashFen: fenColumn().notNull(),
    orderCouponRecordId: reference().references((): AnyPgColumn => couponRecord.id),
    placedAt: createdAt(),
    expiresAt: at().notNull(),
    paidAt: at(),
    closedAt: at(),
  },
  (t) => [
    index('order_account_idx').on(t.accountId, t.placedAt),
    index('order_status_idx').on(t.status, t.placedAt),
    index('order_placed_at_idx').on(t.placedAt),
    // Revenue is counted by the day of the payment.
    index('order_paid_at_idx').on(t.paidAt).where(sql`${t.paidAt} is not null`),
    check('order_status_check', oneOf(t.status, ORDER_STATUSES)),
    check(
      'order_amounts_check',
      sql`${t.listFen} = ${t.lineDiscountFen} + ${t.orderDiscountFen} + ${t.beli} * 10 + ${t.cashFen}
        and ${t.lineDiscountFen} >= 0 and ${t.orderDiscountFen} >= 0 and ${t.beli} >= 0 and ${t.cashFen} >= 0`,
    ),
    check(
      'order_paid_check',
      sql`(${t.status} in ('paid', 'partially_refunded', 'refunded')) = (${t.paidAt} is not null)`,
    ),
    check('order_closed_check', sql`(${t.status} in ('cancelled', 'expired')) = (${t.closedAt} is not null)`),
  ],
);

export const orderLine = pgTable(
  'order_line',
  {
    id: id(),
    orderId: reference()
      .notNull()
      .references(() => order.id),
    position: integer().notNull(),
    productId: reference()
      .notNull()
      .references(() => product.id),
    pricePolicyId: reference().notNull(),
    couponRecordId: reference().references((): AnyPgColumn => couponRecord.id),
    productKind: text({ enum: PRODUCT_KINDS }).notNull(),
    productName: text().notNull(),
    validDays: integer().notNull(),
    listFen: fenColumn().notNull(),
    lineDiscountFen: fenColumn().notNull(),
    orderDiscountFen: fenColumn().notNull(),
    beli: beliColumn().notNull(),
    cashFen: fenColumn().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'order_line_price_policy_fk',
      columns: [t.pricePolicyId, t.productId],
      foreignColumns: [pricePolicy.id, pricePolicy.productId],
    }),
    unique('order_line_product_key').on(t.orderId, t.productId),
    index('order_line_product_idx').on(t.productId),
    check(
      'order_line_amounts_check',
      sql`${t.listFen} = ${t.lineDiscountFen} + ${t.orderDiscountFen} + ${t.beli} * 10 + ${t.cashFen}
        and ${t.lineDiscountFen} >= 0 and ${t.orderDiscountFen} >= 0 and ${t.beli} >= 0 and ${t.cashFen} >= 0`,
    ),
    check('order_line_valid_days_check', sql`${t.validDays} > 0`),
  ],
);
