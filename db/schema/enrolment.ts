import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { EDUCATION_LEVELS } from '@/lib/domain/account';
import { account } from './account';
import { at, createdAt, id, oneOf, reference } from './columns';
import { order, orderLine } from './order';
import { product } from './product';

/** That an account has (or had) a product. Access is the chain of its grants, once the 报名表 is in. */
export const enrolment = pgTable(
  'enrolment',
  {
    id: id(),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    productId: reference()
      .notNull()
      .references(() => product.id),
    /** When the first 报名表 that covers it was submitted; null keeps the course closed. */
    openedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [unique('enrolment_key').on(t.accountId, t.productId), index('enrolment_product_idx').on(t.productId)],
);

/** One paid order line's days of access: from starts_at until ends_at, exclusive. */
export const enrolmentGrant = pgTable(
  'enrolment_grant',
  {
    id: id(),
    enrolmentId: reference()
      .notNull()
      .references(() => enrolment.id),
    orderLineId: reference()
      .notNull()
      .unique()
      .references(() => orderLine.id),
    validDays: integer().notNull(),
    startsAt: at().notNull(),
    endsAt: at().notNull(),
    revokedAt: at(),
  },
  (t) => [
    index('enrolment_grant_enrolment_idx').on(t.enrolmentId, t.startsAt),
    check('enrolment_grant_span_check', sql`${t.startsAt} < ${t.endsAt}`),
    check('enrolment_grant_days_check', sql`${t.validDays} > 0`),
  ],
);

/** The 报名表 of one order. */
export const enrolmentForm = pgTable(
  'enrolment_form',
  {
    id: id(),
    orderId: reference()
      .notNull()
      .unique()
      .references(() => order.id),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    name: text().notNull(),
    phone: text().notNull(),
    education: text({ enum: EDUCATION_LEVELS }).notNull(),
    goal: text().notNull(),
    submittedAt: createdAt(),
  },
  (t) => [
    index('enrolment_form_account_idx').on(t.accountId),
    check('enrolment_form_education_check', oneOf(t.education, EDUCATION_LEVELS)),
  ],
);
