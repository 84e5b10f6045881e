import { randomInt } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { billDay, billEntry, reconciliationCase } from '@/db/schema';
import { addDays, type Day, shanghaiDay, startOfDay } from '@/lib/domain/shanghai-day';
import type { BillOutcome } from '@/lib/gateways/alipay/gateway';
import { reconcileDay } from '@/lib/services/reconciliation/reconcile-day';
import { billOf } from './bill';
import { fakeGateways, only } from './factories';
import { systemCtx } from './payment-factories';

const HOUR_MS = 60 * 60 * 1000;

/** So many hours after midnight in Shanghai. */
export const hourOf = (day: Day, hours: number): Date => new Date(startOfDay(day).getTime() + hours * HOUR_MS);

/** A day long ago, of this test's own. */
export const someDay = (): Day => addDays('2010-01-01', randomInt(3000));

/** The day whose bill there should be by now. */
export const yesterday = (): Day => addDays(shanghaiDay(new Date()), -1);

export type BillLines = Parameters<typeof billOf>[0];

export const found = (lines: BillLines): BillOutcome => ({ kind: 'found', bill: billOf(lines) });

/** What the job does on the next morning, with this bill, so many days later. */
export const reconcileWith = (db: Database, day: Day, answer: BillOutcome, daysLater = 1) =>
  reconcileDay(
    systemCtx(db, { now: hourOf(addDays(day, daysLater), 10), gateways: fakeGateways({ bill: async () => answer }) }),
    { day },
  );

export const readDay = async (db: Database, day: Day) =>
  only(await db.select().from(billDay).where(eq(billDay.day, day)));

export const readCases = (db: Database, day: Day) =>
  db.select().from(reconciliationCase).where(eq(reconciliationCase.day, day)).orderBy(asc(reconciliationCase.subject));

export const readEntries = (db: Database, day: Day) =>
  db.select().from(billEntry).where(eq(billEntry.day, day)).orderBy(asc(billEntry.position));
