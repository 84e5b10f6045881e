import { z } from 'zod';
import { daySchema } from '@/lib/domain/day-schema';
import { BILL_ENTRY_KINDS, CASE_KINDS, CASE_STATUSES } from '@/lib/domain/reconciliation-kinds';
import type { Day } from '@/lib/domain/shanghai-day';
import { choiceParam, dayParam, pageParam, searchPath, textParam } from './search-path';

const daysSchema = z.object({ page: pageParam });
export type DaySearch = z.output<typeof daysSchema>;
export const readDaySearch = ({ page }: Readonly<Record<string, unknown>>): DaySearch => daysSchema.parse({ page });
export const daysPath = (search: Partial<DaySearch>) => searchPath('/admin/reconciliation', search);

const caseSchema = z.object({
  /** The beginning of an out_trade_no or an out_request_no. */
  q: textParam,
  kind: choiceParam(CASE_KINDS),
  status: choiceParam(CASE_STATUSES),
  day: dayParam,
  page: pageParam,
});
export type CaseSearch = z.output<typeof caseSchema>;
export const readCaseSearch = (search: Readonly<Record<string, unknown>>): CaseSearch => {
  const { q, kind, status, day, page } = search;
  return caseSchema.parse({ q, kind, status, day, page });
};
export const casesPath = (search: Partial<CaseSearch>) => searchPath('/admin/reconciliation/cases', search);
export const casePath = (id: number): `/admin/reconciliation/cases/${number}` => `/admin/reconciliation/cases/${id}`;

const entrySchema = z.object({
  q: textParam,
  kind: choiceParam(BILL_ENTRY_KINDS),
  /** differs: only rows that are part of a case. */
  match: choiceParam(['matched', 'differs']),
  page: pageParam,
});
export type EntrySearch = z.output<typeof entrySchema>;
export const readEntrySearch = (search: Readonly<Record<string, unknown>>): EntrySearch => {
  const { q, kind, match, page } = search;
  return entrySchema.parse({ q, kind, match, page });
};
export const dayPath = (day: Day): `/admin/reconciliation/${string}` => `/admin/reconciliation/${day}`;
export const entriesPath = (day: Day, search: Partial<EntrySearch>) => searchPath(dayPath(day), search);
export const entriesFile = (day: Day, search: Partial<EntrySearch>) => searchPath(`${dayPath(day)}/download`, search);

/** A day in an address; null when it can be none. */
export const pathDay = (text: string): Day | null => daySchema.safeParse(text).data ?? null;

const balanceSchema = z.object({ day: dayParam });
export const readBalanceDay = ({ day }: Readonly<Record<string, unknown>>): Day | null =>
  balanceSchema.parse({ day }).day;
