import { type SQL, sql } from 'drizzle-orm';
import { billEntry, payment, reconciliationCase, refund } from '@/db/schema';
import { judgePair } from '@/lib/domain/bill-match';
import type { CaseKind } from '@/lib/domain/reconciliation-kinds';
import { type Day, endOfDay, startOfDay } from '@/lib/domain/shanghai-day';
import type { TxCtx } from '../ctx';

const BATCH = 2000;

/** A row of the bill beside what we have under its numbers. (No interface: a row has an index signature.) */
type Pair = {
  readonly position: number;
  readonly subject: string;
  readonly payment_id: string | null;
  readonly refund_id: string | null;
  readonly our_fen: number | null;
  readonly is_done: boolean;
  readonly their_fen: number | null;
};

interface Difference {
  readonly subject: string;
  readonly kind: CaseKind;
  readonly payment_id: string | null;
  readonly refund_id: string | null;
  readonly our_fen: number | null;
  readonly their_fen: number | null;
}

/**
 * Compares a loaded day with our payments and refunds, and keeps one case for each difference. What is no difference
 * any more is closed. Doing it again finds the same cases. Returns how many rows agree. The caller has locked the day.
 */
export async function matchDay(ctx: TxCtx, day: Day): Promise<number> {
  const subjects: string[] = [];
  let matched = 0;
  for await (const pairs of pairsOf(ctx, day)) {
    const differences = pairs.flatMap(differenceOf);
    matched += pairs.length - differences.length;
    subjects.push(...differences.map(({ subject }) => subject));
    await keep(ctx, day, differences);
  }
  const missing = (await oursOnly(ctx, day)).flatMap(differenceOf);
  subjects.push(...missing.map(({ subject }) => subject));
  await keep(ctx, day, missing);
  await closeGone(ctx, day, subjects);
  return matched;
}

function differenceOf(pair: Pair): Difference[] {
  const ours = pair.our_fen === null ? null : { amountFen: pair.our_fen, isDone: pair.is_done };
  const theirs = pair.their_fen === null ? null : { amountFen: pair.their_fen };
  const kind = judgePair({ ours, theirs });
  if (kind === 'matched') return [];
  const { subject, payment_id, refund_id, our_fen, their_fen } = pair;
  return [{ subject, kind, payment_id, refund_id, our_fen, their_fen }];
}

/**
 * Whatever day it is for us: a notify may come after midnight. A refund counts under the trade it was paid back on.
 * Only the first of several rows about the same is lined up; the others have a subject that nothing of ours has.
 */
async function* pairsOf(ctx: TxCtx, day: Day): AsyncGenerator<readonly Pair[]> {
  let last = 0;
  for (;;) {
    const pairs = await ctx.db.execute<Pair>(sql`
      select e.position, e.subject, p.id as payment_id, r.id as refund_id, e.amount_fen as their_fen,
        case when e.kind = 'payment' then p.amount_fen else -r.cash_fen end as our_fen,
        coalesce(case when e.kind = 'payment' then p.paid_at is not null else r.status = 'succeeded' end, false) as is_done
      from ${billEntry} e
      left join ${payment} p on p.out_trade_no = e.out_trade_no
        and (e.kind = 'refund' or e.subject = 'payment:' || p.out_trade_no)
      left join ${refund} r on e.kind = 'refund' and r.out_request_no = e.out_request_no and r.order_id = p.order_id
        and e.subject = 'refund:' || p.out_trade_no || ':' || r.out_request_no
      where e.day = ${day} and e.position > ${last} order by e.position limit ${BATCH}`);
    const end = pairs.at(-1);
    if (!end) return;
    yield pairs;
    last = end.position;
  }
}

const within = (column: SQL, day: Day): SQL =>
  sql`${column} >= ${startOfDay(day).toISOString()}::timestamptz and ${column} < ${endOfDay(day).toISOString()}::timestamptz`;

/** Money that came or went back on this day by our clock, and that no bill has: a bill of the day before may. */
const oursOnly = async (ctx: TxCtx, day: Day): Promise<readonly Pair[]> =>
  ctx.db.execute<Pair>(sql`
    with ours as (
      select 'payment:' || p.out_trade_no as subject, p.id as payment_id, null::bigint as refund_id, p.amount_fen as our_fen
      from ${payment} p where ${within(sql`p.paid_at`, day)}
      union all
      select 'refund:' || p.out_trade_no || ':' || r.out_request_no, p.id, r.id, -r.cash_fen
      from ${refund} r join ${payment} p on p.id = r.payment_id
      where r.status = 'succeeded' and r.cash_fen > 0 and ${within(sql`r.finished_at`, day)}
    )
    select 0 as position, ours.*, true as is_done, null::integer as their_fen from ours
    where not exists (select from ${billEntry} e where e.subject = ours.subject)`);

/** A case that a person closed stays closed, unless it is about something else by now. */
async function keep(ctx: TxCtx, day: Day, differences: readonly Difference[]): Promise<void> {
  if (differences.length === 0) return;
  const spec = differences.map((difference) => ({ day, ...difference }));
  await ctx.db.execute(sql`
    insert into ${reconciliationCase} as c (day, subject, kind, payment_id, refund_id, our_fen, their_fen, created_at)
    select day, subject, kind, payment_id, refund_id, our_fen, their_fen, ${ctx.now.toISOString()}::timestamptz
    from json_populate_recordset(null::reconciliation_case, ${JSON.stringify(spec)}::json)
    on conflict (day, subject) do update set kind = excluded.kind, payment_id = excluded.payment_id,
      refund_id = excluded.refund_id, our_fen = excluded.our_fen, their_fen = excluded.their_fen,
      status = 'open', outcome = null, closed_by = null, closed_at = null
    where c.status = 'open' or c.closed_by is null or c.kind <> excluded.kind
      or c.our_fen is distinct from excluded.our_fen or c.their_fen is distinct from excluded.their_fen`);
}

const closed = (ctx: TxCtx) =>
  sql`status = 'closed', outcome = 'closed', closed_by = null, closed_at = ${ctx.now.toISOString()}::timestamptz`;

/** Of this day, what agrees by now; of days before, what only we had until the bill of this day came. */
async function closeGone(ctx: TxCtx, day: Day, subjects: readonly string[]): Promise<void> {
  await ctx.db.execute(sql`
    update ${reconciliationCase} set ${closed(ctx)}
    where day = ${day} and status = 'open'
      and subject not in (select json_array_elements_text(${JSON.stringify(subjects)}::json))`);
  await ctx.db.execute(sql`
    update ${reconciliationCase} as c set ${closed(ctx)}
    where c.status = 'open' and c.kind = 'ours_only' and c.day < ${day}
      and exists (select from ${billEntry} e where e.subject = c.subject and e.day = ${day})`);
}
