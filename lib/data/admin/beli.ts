import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, beliAccount, beliEntry, order } from '@/db/schema';
import { adminDb } from './admin-db';

/** Of each kind of difference this many are shown; all are counted. */
const MOST_SHOWN = 50;

/** Something that should be equal and is not, in 贝里. */
export interface BeliDifference {
  readonly accountId: number;
  readonly username: string;
  /** The entry that is wrong; null: it concerns the account's totals. */
  readonly entryId: number | null;
  readonly what: 'balance' | 'held' | 'running' | 'orders';
  readonly stored: number;
  readonly recomputed: number;
}

export interface BeliAudit {
  readonly accounts: number;
  readonly entries: number;
  /** Of all accounts. */
  readonly balance: number;
  readonly held: number;
  readonly granted: number;
  readonly spent: number;
  readonly refunded: number;
  readonly differenceCount: number;
  readonly differences: readonly BeliDifference[];
}

/** Recomputes every balance from the entries, for an administrator. */
export async function auditBeli(): Promise<BeliAudit> {
  return readBeliAudit(await adminDb());
}

/**
 * Three things that must be equal, each account and each entry: totals and sums of entries; what an entry says it left
 * and the sums up to it; what is held and what pending orders hold. One statement, so that nothing moves meanwhile.
 */
export async function readBeliAudit(db: Db): Promise<BeliAudit> {
  const [totals] = await db.execute<Record<keyof Omit<BeliAudit, 'differences' | 'differenceCount'>, unknown>>(TOTALS);
  const rows = await db.execute<Record<keyof BeliDifference | 'differenceCount', unknown>>(DIFFERENCES);
  const differences = rows.map((row) => ({
    accountId: Number(row.accountId),
    username: String(row.username),
    entryId: row.entryId === null ? null : Number(row.entryId),
    what: whatOf(row.what),
    stored: Number(row.stored),
    recomputed: Number(row.recomputed),
  }));
  return {
    accounts: Number(totals?.accounts),
    entries: Number(totals?.entries),
    balance: Number(totals?.balance),
    held: Number(totals?.held),
    granted: Number(totals?.granted),
    spent: Number(totals?.spent),
    refunded: Number(totals?.refunded),
    differenceCount: Number(rows[0]?.differenceCount ?? 0),
    differences,
  };
}

const KINDS = ['balance', 'held', 'running', 'orders'] as const satisfies readonly BeliDifference['what'][];

function whatOf(text: unknown): BeliDifference['what'] {
  const what = KINDS.find((kind) => kind === text);
  if (!what) throw new Error(`no difference is called ${String(text)}`);
  return what;
}

const TOTALS = sql`
  select (select count(*) from ${beliAccount}) as accounts,
    (select coalesce(sum(balance), 0) from ${beliAccount}) as balance,
    (select coalesce(sum(held), 0) from ${beliAccount}) as held,
    count(*) as entries,
    coalesce(sum(delta) filter (where kind = 'grant'), 0) as granted,
    coalesce(-sum(delta) filter (where kind = 'capture'), 0) as spent,
    coalesce(sum(delta) filter (where kind = 'refund'), 0) as refunded
  from ${beliEntry}`;

const DIFFERENCES = sql`
  with running as (
    select id, account_id, balance_after, held_after,
      sum(delta) over upto as balance, sum(held_delta) over upto as held
    from ${beliEntry} window upto as (partition by account_id order by id)
  ), summed as (
    select account_id, sum(delta) as balance, sum(held_delta) as held from ${beliEntry} group by account_id
  ), pending as (
    select account_id, sum(beli) as held from ${order} where status = 'pending' group by account_id
  ), total as (
    select coalesce(l.account_id, s.account_id, p.account_id) as account_id,
      coalesce(l.balance, 0) as balance, coalesce(l.held, 0) as held,
      coalesce(s.balance, 0) as entries_balance, coalesce(s.held, 0) as entries_held, coalesce(p.held, 0) as orders_held
    from ${beliAccount} l
    full join summed s on s.account_id = l.account_id
    full join pending p on p.account_id = coalesce(l.account_id, s.account_id)
  ), difference as (
    select account_id, null::bigint as entry_id, 'balance' as what, balance as stored, entries_balance as recomputed
      from total where balance <> entries_balance
    union all
    select account_id, null, 'held', held, entries_held from total where held <> entries_held
    union all
    select account_id, null, 'orders', held, orders_held from total where held <> orders_held
    union all
    select account_id, id, 'running', balance_after, balance from running where balance_after <> balance
    union all
    select account_id, id, 'running', held_after, held from running where held_after <> held
  )
  select d.account_id as "accountId", a.username, d.entry_id as "entryId", d.what, d.stored, d.recomputed,
    count(*) over () as "differenceCount"
  from difference d join ${account} a on a.id = d.account_id
  order by d.account_id, d.entry_id nulls first, d.what
  limit ${MOST_SHOWN}`;
