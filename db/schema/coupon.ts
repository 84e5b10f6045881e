import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { GrantProblem } from '@/lib/domain/admin/grant-list';
import { COUPON_CHANNELS, COUPON_KINDS, COUPON_SOURCES } from '@/lib/domain/coupon-kinds';
import { COUPON_RECORD_STATUSES } from '@/lib/domain/states';
import { account } from './account';
import { at, createdAt, fenColumn, id, oneOf, reference } from './columns';
import { order } from './order';
import { product } from './product';

/** What all versions of one rule share: how many copies there are, and how many one account may have. */
export const couponFamily = pgTable(
  'coupon_family',
  {
    id: id(),
    /** Null: without limit. */
    quantity: integer(),
    claimed: integer().notNull().default(0),
    perAccountLimit: integer().notNull().default(1),
  },
  (t) => [
    check(
      'coupon_family_claimed_check',
      sql`${t.claimed} >= 0 and (${t.quantity} is null or ${t.claimed} <= ${t.quantity})`,
    ),
    check('coupon_family_limit_check', sql`${t.perAccountLimit} >= 1`),
  ],
);

/** One version of a coupon's rule. Dates are days in Asia/Shanghai, both ends inclusive. */
export const coupon = pgTable(
  'coupon',
  {
    id: id(),
    familyId: reference()
      .notNull()
      .references(() => couponFamily.id),
    version: integer().notNull().default(1),
    name: text().notNull(),
    brief: text().notNull().default(''),
    kind: text({ enum: COUPON_KINDS }).notNull(),
    channel: text({ enum: COUPON_CHANNELS }).notNull().default('centre'),
    /** fixed, threshold: what it takes off. */
    valueFen: fenColumn(),
    /** threshold: the least base amount. */
    minimumFen: fenColumn(),
    /** percent: what remains to pay, in percent (79 = 7.9 折). */
    offPercent: integer(),
    /** percent: the most it takes off. */
    maxDiscountFen: fenColumn(),
    /** Bound to a product: a line coupon. Unbound: an order coupon. */
    productId: reference().references(() => product.id),
    claimFrom: date().notNull(),
    claimUntil: date().notNull(),
    /** Either fixed dates of validity, or a number of days from the claim. */
    validFrom: date(),
    validUntil: date(),
    validDaysAfterClaim: integer(),
    /** No copies are given away any more; those in wallets stay good. */
    stoppedAt: at(),
    /** A later version of the family took its place. */
    supersededAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('coupon_family_version_key').on(t.familyId, t.version),
    uniqueIndex('coupon_current_key').on(t.familyId).where(sql`${t.supersededAt} is null`),
    unique('coupon_id_family_key').on(t.id, t.familyId),
    index('coupon_product_idx').on(t.productId),
    check('coupon_kind_check', oneOf(t.kind, COUPON_KINDS)),
    check('coupon_channel_check', oneOf(t.channel, COUPON_CHANNELS)),
    check(
      'coupon_shape_check',
      sql`(case ${t.kind}
        when 'fixed' then ${t.valueFen} > 0 and ${t.minimumFen} is null and ${t.offPercent} is null and ${t.maxDiscountFen} is null
        when 'threshold' then ${t.valueFen} > 0 and ${t.minimumFen} > 0 and ${t.offPercent} is null and ${t.maxDiscountFen} is null
        else ${t.valueFen} is null and ${t.minimumFen} is null and ${t.offPercent} between 1 and 99 and (${t.maxDiscountFen} is null or ${t.maxDiscountFen} > 0)
      end) is true`,
    ),
    check('coupon_claim_window_check', sql`${t.claimFrom} <= ${t.claimUntil}`),
    check(
      'coupon_validity_check',
      sql`(case when ${t.validDaysAfterClaim} is null
        then ${t.validFrom} is not null and ${t.validUntil} is not null and ${t.validFrom} <= ${t.validUntil}
        else ${t.validDaysAfterClaim} > 0 and ${t.validFrom} is null and ${t.validUntil} is null
      end) is true`,
    ),
  ],
);

export const couponCode = pgTable(
  'coupon_code',
  {
    id: id(),
    couponId: reference()
      .notNull()
      .references(() => coupon.id),
    code: text().notNull().unique(),
    maxUses: integer().notNull().default(1),
    uses: integer().notNull().default(0),
    /** The form that generated it together with others: sent twice, it generates once. */
    batchId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    index('coupon_code_coupon_idx').on(t.couponId),
    check('coupon_code_uses_check', sql`${t.maxUses} >= 1 and ${t.uses} between 0 and ${t.maxUses}`),
  ],
);

/** A list of accounts that are to get a copy each: looked at first, then granted once. */
export const couponGrant = pgTable(
  'coupon_grant',
  {
    id: id(),
    familyId: reference()
      .notNull()
      .references(() => couponFamily.id),
    createdBy: reference()
      .notNull()
      .references(() => account.id),
    /** In the order of the list, each once. */
    accountIds: bigint({ mode: 'number' }).array().notNull(),
    /** The lines of the list that name nobody. */
    problems: jsonb().$type<readonly GrantProblem[]>().notNull(),
    /** How many copies were given; null until then. */
    granted: integer(),
    doneAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    index('coupon_grant_family_idx').on(t.familyId, t.id),
    check('coupon_grant_done_check', sql`(${t.granted} is null) = (${t.doneAt} is null)`),
  ],
);

/** One account's copy of a coupon. Its own dates decide whether it can be used, not its status. */
export const couponRecord = pgTable(
  'coupon_record',
  {
    id: id(),
    number: text().notNull().unique(),
    couponId: reference().notNull(),
    familyId: reference().notNull(),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    /** The account's 1st, 2nd … copy of this family: what makes the per-account limit a unique key. */
    ordinal: integer().notNull().default(1),
    status: text({ enum: COUPON_RECORD_STATUSES }).notNull().default('unused'),
    orderId: reference().references(() => order.id),
    source: text({ enum: COUPON_SOURCES }).notNull().default('claim'),
    codeId: reference().references(() => couponCode.id),
    validFrom: date().notNull(),
    validUntil: date().notNull(),
    claimedAt: createdAt(),
    usedAt: at(),
  },
  (t) => [
    foreignKey({
      name: 'coupon_record_coupon_fk',
      columns: [t.couponId, t.familyId],
      foreignColumns: [coupon.id, coupon.familyId],
    }),
    unique('coupon_record_ordinal_key').on(t.familyId, t.accountId, t.ordinal),
    index('coupon_record_account_idx').on(t.accountId, t.status),
    index('coupon_record_order_idx').on(t.orderId),
    index('coupon_record_coupon_idx').on(t.couponId, t.id),
    index('coupon_record_code_idx').on(t.codeId),
    // What the expiry job looks for.
    index('coupon_record_expiry_idx').on(t.validUntil, t.id).where(sql`${t.status} = 'unused'`),
    check('coupon_record_status_check', oneOf(t.status, COUPON_RECORD_STATUSES)),
    check('coupon_record_source_check', oneOf(t.source, COUPON_SOURCES)),
    check('coupon_record_code_check', sql`(${t.source} = 'code') = (${t.codeId} is not null)`),
    check('coupon_record_order_check', sql`(${t.status} in ('locked', 'used')) = (${t.orderId} is not null)`),
    check('coupon_record_used_check', sql`(${t.status} = 'used') = (${t.usedAt} is not null)`),
    check('coupon_record_dates_check', sql`${t.validFrom} <= ${t.validUntil}`),
    check('coupon_record_ordinal_check', sql`${t.ordinal} >= 1`),
  ],
);
