import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { COUPON_CHOICES, SETTLEMENT_STATUSES } from '@/lib/domain/settlement-status';
import { account } from './account';
import { at, beliColumn, createdAt, id, oneOf, reference } from './columns';
import { couponRecord } from './coupon';
import { pricePolicy, product } from './product';

export const cartItem = pgTable(
  'cart_item',
  {
    id: id(),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    productId: reference()
      .notNull()
      .references(() => product.id),
    pricePolicyId: reference().notNull(),
    isSelected: boolean().notNull().default(true),
    addedAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: 'cart_item_price_policy_fk',
      columns: [t.pricePolicyId, t.productId],
      foreignColumns: [pricePolicy.id, pricePolicy.productId],
    }),
    unique('cart_item_product_key').on(t.accountId, t.productId),
  ],
);

/** The middle state between cart and payment: what is being bought, with which coupons and how many 贝里. */
export const settlement = pgTable(
  'settlement',
  {
    id: id(),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    status: text({ enum: SETTLEMENT_STATUSES }).notNull().default('open'),
    orderCouponRecordId: reference().references((): AnyPgColumn => couponRecord.id),
    couponChoice: text({ enum: COUPON_CHOICES }).notNull().default('own'),
    beli: beliColumn().notNull(),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('settlement_open_key').on(t.accountId).where(sql`${t.status} = 'open'`),
    check('settlement_status_check', oneOf(t.status, SETTLEMENT_STATUSES)),
    check('settlement_coupon_choice_check', oneOf(t.couponChoice, COUPON_CHOICES)),
    check('settlement_beli_check', sql`${t.beli} >= 0`),
  ],
);

export const settlementLine = pgTable(
  'settlement_line',
  {
    id: id(),
    settlementId: reference()
      .notNull()
      .references(() => settlement.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    productId: reference()
      .notNull()
      .references(() => product.id),
    pricePolicyId: reference().notNull(),
    couponRecordId: reference().references((): AnyPgColumn => couponRecord.id),
  },
  (t) => [
    foreignKey({
      name: 'settlement_line_price_policy_fk',
      columns: [t.pricePolicyId, t.productId],
      foreignColumns: [pricePolicy.id, pricePolicy.productId],
    }),
    unique('settlement_line_product_key').on(t.settlementId, t.productId),
    index('settlement_line_coupon_idx').on(t.couponRecordId),
  ],
);
