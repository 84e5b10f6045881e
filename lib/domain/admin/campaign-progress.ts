import { z } from 'zod';
import { MESSAGE_STATUSES, type MessageStatus } from '@/lib/domain/message';
import { statusesOfTab } from './message-search';

/** How far a campaign is, and one page of its recipients; what the page asks for again and again. */
export const progressSchema = z.object({
  counts: z.partialRecord(z.enum(MESSAGE_STATUSES), z.int()),
  /** Recipients under the tab that is open. */
  total: z.int(),
  pageCount: z.int(),
  rows: z.array(
    z.object({
      id: z.int(),
      accountId: z.int(),
      name: z.string(),
      status: z.enum(MESSAGE_STATUSES),
      attempts: z.int(),
      /** Why it failed or waits, in words. */
      reason: z.string().nullable(),
    }),
  ),
});
export type Progress = z.infer<typeof progressSchema>;
export type StatusCounts = Progress['counts'];

export const countOf = (counts: StatusCounts, statuses: readonly MessageStatus[]): number =>
  statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);

/** Whether something may still change by itself. */
export const isUnderWay = (counts: StatusCounts): boolean => countOf(counts, statusesOfTab('open')) > 0;

const FAST_MS = 1000;
const SLOWEST_MS = 20_000;

/** How long to wait before asking again, after so many answers that brought nothing new. */
export const progressDelay = (unchanged: number): number => Math.min(FAST_MS * 1.5 ** unchanged, SLOWEST_MS);
