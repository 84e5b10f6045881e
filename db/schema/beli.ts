import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { BELI_ENTRY_KINDS } from '@/lib/domain/beli';
import { account } from './account';
import { beliColumn, createdAt, id, oneOf, reference } from './columns';
import { order } from './order';

/** Balance includes what is held; available = balance − held. No row means zero. */
export const beliAccount = pgTable(
  'beli_account',
  {
    accountId: reference()
      .primaryKey()
      .references(() => account.id),
    balance: beliColumn().notNull(),
    held: beliColumn().notNull(),
  },
  (t) => [check('beli_account_check', sql`${t.held} >= 0 and ${t.balance} >= ${t.held}`)],
);

/** Append-only. `delta` changes the balance, `heldDelta` what is held of it; both in 贝里, signed. */
export const beliEntry = pgTable(
  'beli_entry',
  {
    id: id(),
    accountId: reference()
      .notNull()
      .references(() => beliAccount.accountId),
    /** What caused it, once: "order:17:hold". Doing it again meets this key. */
    businessKey: text().notNull().unique(),
    kind: text({ enum: BELI_ENTRY_KINDS }).notNull(),
    delta: integer().notNull(),
    heldDelta: integer().notNull(),
    balanceAfter: beliColumn().notNull(),
    heldAfter: beliColumn().notNull(),
    orderId: reference().references(() => order.id),
    note: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    index('beli_entry_account_idx').on(t.accountId, t.id),
    index('beli_entry_order_idx').on(t.orderId),
    check('beli_entry_kind_check', oneOf(t.kind, BELI_ENTRY_KINDS)),
    check('beli_entry_delta_check', sql`${t.delta} <> 0 or ${t.heldDelta} <> 0`),
    check('beli_entry_after_check', sql`${t.heldAfter} >= 0 and ${t.balanceAfter} >= ${t.heldAfter}`),
  ],
);
