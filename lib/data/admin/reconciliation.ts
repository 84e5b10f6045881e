import 'server-only';
import { and, count, desc, eq, gt, ilike, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { billDay, billEntry, reconciliationCase } from '@/db/schema';
import type { DaySearch, EntrySearch } from '@/lib/domain/admin/reconciliation-search';
import type { Day } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { listPage, offsetOf, PAGE_SIZE, startingWith } from './paging';

/** How many rows a download reads at a time. */
const BATCH = 1000;

const casesOf = (status: 'open' | 'closed') =>
  sql<number>`(select count(*)::int from ${reconciliationCase}
    where ${reconciliationCase.day} = ${billDay.day} and ${reconciliationCase.status} = ${status})`;

const days = (db: Db) =>
  db
    .select({ bill: billDay, openCases: casesOf('open'), closedCases: casesOf('closed') })
    .from(billDay)
    .$dynamic();

/** A page of the days whose bills were asked for, the latest first. */
export async function listBillDays(search: DaySearch) {
  const db = await adminDb();
  const [rows, [total]] = await Promise.all([
    days(db).orderBy(desc(billDay.day)).limit(PAGE_SIZE).offset(offsetOf(search.page)),
    db.select({ days: count() }).from(billDay),
  ]);
  return listPage(rows, total?.days ?? 0);
}
export type BillDayRow = Awaited<ReturnType<typeof listBillDays>>['rows'][number];

/** One day; null when its bill was never asked for. */
export async function findBillDay(day: Day): Promise<BillDayRow | null> {
  const [found] = await days(await adminDb()).where(eq(billDay.day, day));
  return found ?? null;
}

const entries = (db: Db) =>
  db
    .select({
      position: billEntry.position,
      kind: billEntry.kind,
      tradeNo: billEntry.tradeNo,
      outTradeNo: billEntry.outTradeNo,
      outRequestNo: billEntry.outRequestNo,
      amountFen: billEntry.amountFen,
      finishedAt: billEntry.finishedAt,
      caseId: reconciliationCase.id,
      caseKind: reconciliationCase.kind,
      caseStatus: reconciliationCase.status,
    })
    .from(billEntry)
    .leftJoin(reconciliationCase, joined)
    .$dynamic();

const joined = and(eq(reconciliationCase.day, billEntry.day), eq(reconciliationCase.subject, billEntry.subject));

export type BillEntryRow = Awaited<ReturnType<typeof entries>>[number];

/** A page of a bill's rows, in its own order, each with the case it is part of. */
export async function listBillEntries(day: Day, search: EntrySearch) {
  const db = await adminDb();
  const where = conditions(day, search);
  const [rows, [total]] = await Promise.all([
    entries(db).where(where).orderBy(billEntry.position).limit(PAGE_SIZE).offset(offsetOf(search.page)),
    db.select({ entries: count() }).from(billEntry).leftJoin(reconciliationCase, joined).where(where),
  ]);
  return listPage(rows, total?.entries ?? 0);
}

/** All rows that fit, batch by batch. Asks for the administrator before it gives the first away. */
export async function exportBillEntries(day: Day, search: EntrySearch) {
  return batches(await adminDb(), conditions(day, search));
}

async function* batches(db: Db, where: SQL | undefined): AsyncGenerator<readonly BillEntryRow[]> {
  let last = 0;
  for (;;) {
    const rows = await entries(db)
      .where(and(where, gt(billEntry.position, last)))
      .orderBy(billEntry.position)
      .limit(BATCH);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.position;
  }
}

function conditions(day: Day, { q, kind, match }: EntrySearch): SQL | undefined {
  const begins = startingWith(q);
  return and(
    eq(billEntry.day, day),
    kind === null ? undefined : eq(billEntry.kind, kind),
    match === null ? undefined : match === 'matched' ? isNull(reconciliationCase.id) : gt(reconciliationCase.id, 0),
    q === ''
      ? undefined
      : or(
          ilike(billEntry.outTradeNo, begins),
          ilike(billEntry.tradeNo, begins),
          ilike(billEntry.outRequestNo, begins),
        ),
  );
}
