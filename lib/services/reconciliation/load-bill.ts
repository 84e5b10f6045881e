import { eq, sql } from 'drizzle-orm';
import { billEntry } from '@/db/schema';
import { type BillRow, readBill } from '@/lib/domain/bill';
import type { Day } from '@/lib/domain/shanghai-day';
import type { TxCtx } from '../ctx';

/** Rows that travel to the database together; no more of a bill is held in memory. */
const BATCH = 1000;

export interface BillTotals {
  payments: number;
  refunds: number;
  /** Fen, both positive. */
  paymentsFen: number;
  refundsFen: number;
}

/** The file is broken, or no bill. Whatever the database says is thrown as it is. */
export class BillUnreadable extends Error {
  override readonly name = 'BillUnreadable';
}

/** Replaces the day's entries by those of the file. The caller has locked the day. */
export async function loadBill(ctx: TxCtx, day: Day, lines: AsyncIterable<string>): Promise<BillTotals> {
  await ctx.db.delete(billEntry).where(eq(billEntry.day, day));
  const totals: BillTotals = { payments: 0, refunds: 0, paymentsFen: 0, refundsFen: 0 };
  let batch: (BillRow & { position: number })[] = [];
  let position = 0;
  for await (const row of readable(lines)) {
    count(totals, row);
    position += 1;
    batch.push({ ...row, position });
    if (batch.length < BATCH) continue;
    await insert(ctx, day, batch);
    batch = [];
  }
  await insert(ctx, day, batch);
  await numberRepeated(ctx, day);
  return totals;
}

async function* readable(lines: AsyncIterable<string>): AsyncGenerator<BillRow> {
  try {
    yield* readBill(lines);
  } catch (error) {
    throw new BillUnreadable(error instanceof Error ? error.message : String(error));
  }
}

function count(totals: BillTotals, { kind, amountFen }: BillRow): void {
  if (kind === 'payment') {
    totals.payments += 1;
    totals.paymentsFen += amountFen;
  } else {
    totals.refunds += 1;
    totals.refundsFen -= amountFen;
  }
}

/** As one parameter: thousands of them would be slower than the rows themselves. */
async function insert(ctx: TxCtx, day: Day, rows: readonly (BillRow & { position: number })[]): Promise<void> {
  if (rows.length === 0) return;
  const spec = rows.map((row) => ({
    day,
    position: row.position,
    kind: row.kind,
    subject: row.subject,
    trade_no: row.tradeNo,
    out_trade_no: row.outTradeNo,
    out_request_no: row.outRequestNo,
    amount_fen: row.amountFen,
    finished_at: row.finishedAt,
    raw: row.raw,
  }));
  await ctx.db.execute(sql`
    insert into ${billEntry} (day, position, kind, subject, trade_no, out_trade_no, out_request_no, amount_fen, finished_at, raw)
    select day, position, kind, subject, trade_no, out_trade_no, out_request_no, amount_fen, finished_at, raw
    from json_populate_recordset(null::bill_entry, ${JSON.stringify(spec).replaceAll(String.raw`\u0000`, String.raw`\ufffd`)}::json)`);
}

/** A second row about the same is a subject of its own: it can agree with nothing. */
async function numberRepeated(ctx: TxCtx, day: Day): Promise<void> {
  await ctx.db.execute(sql`
    update ${billEntry} as e set subject = e.subject || '#' || n.ordinal
    from (select id, row_number() over (partition by subject order by position) as ordinal
      from ${billEntry} where day = ${day}) as n
    where n.id = e.id and n.ordinal > 1`);
}
