import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import {
  BILL_DAY_STATUSES,
  BILL_ENTRY_KINDS,
  CASE_KINDS,
  CASE_OUTCOMES,
  CASE_STATUSES,
} from '@/lib/domain/reconciliation-kinds';
import { account } from './account';
import { at, createdAt, id, oneOf, reference } from './columns';
import { payment, refund } from './payment';

/** A sum in fen; a day may take in more than an integer holds. */
const sumFen = () => bigint({ mode: 'number' }).notNull().default(0);

/** One day of Alipay's trade bill, in Asia/Shanghai. Reading it again replaces its entries. */
export const billDay = pgTable(
  'bill_day',
  {
    day: date().primaryKey(),
    status: text({ enum: BILL_DAY_STATUSES }).notNull(),
    /** What the bill holds; amounts in fen, both positive. */
    payments: integer().notNull().default(0),
    refunds: integer().notNull().default(0),
    paymentsFen: sumFen(),
    refundsFen: sumFen(),
    /** Its rows that agree with what we have. */
    matched: integer().notNull().default(0),
    /** Why it could not be read the last time. */
    failure: text(),
    loadedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [check('bill_day_status_check', oneOf(t.status, BILL_DAY_STATUSES))],
);

/** A row of the bill. `amountFen` is signed: refunds are negative. */
export const billEntry = pgTable(
  'bill_entry',
  {
    id: id(),
    day: date()
      .notNull()
      .references(() => billDay.day),
    /** Its place in the bill. */
    position: integer().notNull(),
    kind: text({ enum: BILL_ENTRY_KINDS }).notNull(),
    /** What it is about, as a case says it; a second row about the same says so, too. */
    subject: text().notNull(),
    tradeNo: text().notNull(),
    outTradeNo: text().notNull(),
    outRequestNo: text(),
    amountFen: integer().notNull(),
    finishedAt: at(),
    /** The row as it came, by column name. */
    raw: text().notNull(),
  },
  (t) => [
    unique('bill_entry_key').on(t.day, t.position),
    index('bill_entry_subject_idx').on(t.subject, t.day),
    index('bill_entry_trade_idx').on(t.outTradeNo),
    check('bill_entry_kind_check', oneOf(t.kind, BILL_ENTRY_KINDS)),
  ],
);

/** A difference between the bill and us, once for what it is about. */
export const reconciliationCase = pgTable(
  'reconciliation_case',
  {
    id: id(),
    day: date()
      .notNull()
      .references(() => billDay.day),
    /** What it is about, so that matching again finds it: kind of entry, out_trade_no, out_request_no. */
    subject: text().notNull(),
    kind: text({ enum: CASE_KINDS }).notNull(),
    status: text({ enum: CASE_STATUSES }).notNull().default('open'),
    outcome: text({ enum: CASE_OUTCOMES }),
    paymentId: reference().references(() => payment.id),
    refundId: reference().references(() => refund.id),
    /** Signed; null where there is none. */
    ourFen: integer(),
    theirFen: integer(),
    note: text().notNull().default(''),
    closedBy: reference().references(() => account.id),
    closedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('reconciliation_case_key').on(t.day, t.subject),
    index('reconciliation_case_status_idx').on(t.status, t.day),
    check('reconciliation_case_kind_check', oneOf(t.kind, CASE_KINDS)),
    check('reconciliation_case_status_check', oneOf(t.status, CASE_STATUSES)),
    check(
      'reconciliation_case_closed_check',
      sql`(${t.status} = 'closed') = (${t.closedAt} is not null and ${t.outcome} is not null)`,
    ),
  ],
);
