import { z } from 'zod';
import { CAMPAIGN_STATUSES } from '@/lib/domain/campaign-state';
import { MESSAGE_STATUSES, type MessageStatus } from '@/lib/domain/message';
import { statusesOfTab } from './message-search';

/** How far a campaign is, and one page of its recipients; what the page asks for again and again. */
export const progressSchema = z.object({
  status: z.enum(CAMPAIGN_STATUSES),
  /** Whether all its messages are written: until then nobody knows how many there will be. */
  isFilled: z.boolean(),
  counts: z.partialRecord(z.enum(MESSAGE_STATUSES), z.int()),
  /** Messages that came to an end in the last minutes, and over how many seconds that was. */
  recent: z.object({ messages: z.int(), seconds: z.number() }),
  /** Failed ones that may be sent again. */
  retryable: z.int(),
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
      /** When it was tried last; in words. */
      triedAt: z.string().nullable(),
      /** A text that went as a card. */
      fellBack: z.boolean(),
    }),
  ),
});
export type Progress = z.infer<typeof progressSchema>;
export type StatusCounts = Progress['counts'];

export const countOf = (counts: StatusCounts, statuses: readonly MessageStatus[]): number =>
  statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);

/** Whether messages are still to be sent, or to be marked. */
export const isUnderWay = ({ status, counts }: Pick<Progress, 'status' | 'counts'>): boolean =>
  status === 'scheduled' || status === 'running' || countOf(counts, statusesOfTab('open')) > 0;

/** Whether a look now will be right tomorrow: what WeChat has taken it may still report as delivered, or not. */
export const isSettled = (progress: Pick<Progress, 'status' | 'counts'>): boolean =>
  !isUnderWay(progress) && (progress.counts.accepted ?? 0) === 0;

/** Seconds until the last message has gone, at the pace of the last minutes; null: nobody can tell. */
export function secondsLeft({ status, isFilled, counts, recent }: Progress): number | null {
  const left = countOf(counts, statusesOfTab('open'));
  if (status !== 'running' || !isFilled || left === 0 || recent.messages === 0) return null;
  return Math.ceil((left * recent.seconds) / recent.messages);
}

/** `约 3 分钟`. */
export function durationWords(seconds: number): string {
  if (seconds < 60) return `约 ${Math.max(1, Math.ceil(seconds))} 秒`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `约 ${minutes} 分钟` : `约 ${Math.ceil(minutes / 60)} 小时`;
}

const FAST_MS = 1000;
const SLOWEST_MS = 20_000;

/** How long to wait before asking again, after so many answers that brought nothing new. */
export const progressDelay = (unchanged: number): number => Math.min(FAST_MS * 1.5 ** unchanged, SLOWEST_MS);
