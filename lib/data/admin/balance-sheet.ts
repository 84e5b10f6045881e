import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { beliEntry, order, orderLine, payment, refund, refundLine } from '@/db/schema';
import type { BalanceSums } from '@/lib/domain/balance-sheet';
import { type Day, endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';

/** Of what does not add up this much is shown; all of it is in the sums. */
const MOST_SHOWN = 50;

/** An order whose money is not where it should be; fen. */
export interface BalanceDifference {
  readonly orderNo: string;
  readonly what: 'order' | 'late';
  /** Paid and not given back. */
  readonly heldFen: number;
  /** What its lines, or its late payments, say should be held. */
  readonly expectedFen: number;
}

/** The books at the end of a day: that day alone, and everything up to it. For an administrator. */
export async function readBalance(day: Day) {
  const db = await adminDb();
  const [ofDay, upTo, differences] = await Promise.all([
    readSums(db, { from: startOfDay(day), until: endOfDay(day) }),
    readSums(db, { from: new Date(0), until: endOfDay(day) }),
    readDifferences(db),
  ]);
  return { ofDay, upTo, differences };
}

interface Span {
  readonly from: Date;
  /** Exclusive. */
  readonly until: Date;
}

/** All sums in one statement: a single moment. */
export async function readSums(db: Db, span: Span): Promise<BalanceSums> {
  const within = (column: SQL) =>
    sql`${column} >= ${span.from.toISOString()}::timestamptz and ${column} < ${span.until.toISOString()}::timestamptz`;
  const [row] = await db.execute<Record<keyof BalanceSums, unknown>>(sql`
    select i.*, r.*, l.*, g.*, b.* from
    (select sum(amount_fen) as "cashInFen",
        sum(amount_fen) filter (where status in ('late', 'refunded')) as "lateInFen"
      from ${payment} where ${within(sql`paid_at`)}) i,
    (select sum(cash_fen) filter (where kind = 'lines') as "linesRefundedFen",
        sum(cash_fen) filter (where kind = 'late') as "lateRefundedFen"
      from ${refund} where status = 'succeeded' and ${within(sql`finished_at`)}) r,
    (select sum(l.list_fen) as "listFen", sum(l.line_discount_fen) as "lineDiscountFen",
        sum(l.order_discount_fen) as "orderDiscountFen", sum(l.beli) as "linesBeli", sum(l.cash_fen) as "linesCashFen"
      from ${orderLine} l join ${order} o on o.id = l.order_id where ${within(sql`o.paid_at`)}) l,
    (select sum(l.cash_fen) as "refundedLinesCashFen", sum(l.beli) as "refundedLinesBeli"
      from ${refund} r join ${refundLine} rl on rl.refund_id = r.id and rl.is_active
        join ${orderLine} l on l.id = rl.order_line_id
      where r.status = 'succeeded' and ${within(sql`r.finished_at`)}) g,
    (select -sum(delta) filter (where kind = 'capture') as "beliCaptured",
        sum(delta) filter (where kind = 'refund') as "beliReturned"
      from ${beliEntry} where kind in ('capture', 'refund') and ${within(sql`created_at`)}) b`);
  const sumOf = (name: keyof BalanceSums): number => Number(row?.[name] ?? 0);
  return {
    cashInFen: sumOf('cashInFen'),
    lateInFen: sumOf('lateInFen'),
    linesRefundedFen: sumOf('linesRefundedFen'),
    lateRefundedFen: sumOf('lateRefundedFen'),
    listFen: sumOf('listFen'),
    lineDiscountFen: sumOf('lineDiscountFen'),
    orderDiscountFen: sumOf('orderDiscountFen'),
    linesBeli: sumOf('linesBeli'),
    linesCashFen: sumOf('linesCashFen'),
    refundedLinesCashFen: sumOf('refundedLinesCashFen'),
    refundedLinesBeli: sumOf('refundedLinesBeli'),
    beliCaptured: sumOf('beliCaptured'),
    beliReturned: sumOf('beliReturned'),
  };
}

/** The orders whose money does not add up now, whatever the sums say: two errors may cancel each other out. */
export async function readDifferences(db: Db): Promise<BalanceDifference[]> {
  const rows = await db.execute<Record<keyof BalanceDifference, unknown>>(sql`
    with paid as (
      select order_id, sum(amount_fen) filter (where status = 'paid') as fen,
        sum(amount_fen) filter (where status = 'late') as late_fen,
        sum(amount_fen) filter (where status in ('late', 'refunded')) as late_in_fen
      from ${payment} where paid_at is not null group by order_id
    ), back as (
      select order_id, sum(cash_fen) filter (where kind = 'lines') as fen,
        sum(cash_fen) filter (where kind = 'late') as late_fen
      from ${refund} where status = 'succeeded' group by order_id
    ), kept as (
      select l.order_id, sum(l.cash_fen) filter (where not exists (
        select from ${refundLine} rl join ${refund} r on r.id = rl.refund_id and r.status = 'succeeded'
        where rl.order_line_id = l.id and rl.is_active)) as fen
      from ${orderLine} l join ${order} o on o.id = l.order_id and o.paid_at is not null group by l.order_id
    ), held as (
      select o.order_no, coalesce(p.fen, 0) - coalesce(b.fen, 0) as held, coalesce(k.fen, 0) as expected,
        coalesce(p.late_in_fen, 0) - coalesce(b.late_fen, 0) as late_held, coalesce(p.late_fen, 0) as late_expected
      from ${order} o left join paid p on p.order_id = o.id left join back b on b.order_id = o.id
        left join kept k on k.order_id = o.id
    )
    select order_no as "orderNo", 'order' as what, held as "heldFen", expected as "expectedFen" from held
      where held <> expected
    union all
    select order_no, 'late', late_held, late_expected from held where late_held <> late_expected
    order by 1, 2 limit ${MOST_SHOWN}`);
  return rows.map((row) => ({
    orderNo: String(row.orderNo),
    what: row.what === 'late' ? 'late' : 'order',
    heldFen: Number(row.heldFen),
    expectedFen: Number(row.expectedFen),
  }));
}
