import 'server-only';
import { and, count, eq, gt, ilike, inArray, or, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { mayGoAgain } from '@/db/queries/campaign-messages';
import { account, campaign, message } from '@/db/schema';
import type { Progress, StatusCounts } from '@/lib/domain/admin/campaign-progress';
import { type RecipientSearch, statusesOfTab } from '@/lib/domain/admin/message-search';
import { reasonWords } from '@/lib/domain/message-reason';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { adminDb } from './admin-db';
import { containing, listPage, offsetOf, PAGE_SIZE } from './paging';

/** How many messages of each campaign are in which state. */
export async function countStatuses(db: Db, campaignIds: readonly number[]): Promise<Map<number, StatusCounts>> {
  const counts = new Map<number, StatusCounts>();
  if (campaignIds.length === 0) return counts;
  const rows = await db
    .select({ campaignId: message.campaignId, status: message.status, messages: count() })
    .from(message)
    .where(inArray(message.campaignId, [...campaignIds]))
    .groupBy(message.campaignId, message.status);
  for (const { campaignId, status, messages } of rows) {
    if (campaignId !== null) counts.set(campaignId, { ...counts.get(campaignId), [status]: messages });
  }
  return counts;
}

/** How far a campaign is, with a page of its recipients; null: there is none. */
export async function getProgress(
  campaignId: number,
  search: RecipientSearch,
  now = new Date(),
): Promise<Progress | null> {
  const db = await adminDb();
  const [found] = await db
    .select({ status: campaign.status, filledAt: campaign.filledAt, startedAt: campaign.startedAt })
    .from(campaign)
    .where(eq(campaign.id, campaignId));
  if (!found) return null;
  const [counts, recent, retryable, page] = await Promise.all([
    countStatuses(db, [campaignId]),
    countRecent(db, campaignId, found.startedAt, now),
    db.$count(message, mayGoAgain(campaignId)),
    listRecipients(db, campaignId, search),
  ]);
  return {
    status: found.status,
    isFilled: found.filledAt !== null,
    counts: counts.get(campaignId) ?? {},
    recent,
    retryable,
    ...page,
    rows: [...page.rows],
  };
}

const RECENT_MS = 2 * 60_000;

/** What came to an end in the last two minutes, or since it began if that is later. */
async function countRecent(db: Db, campaignId: number, startedAt: Date | null, now: Date): Promise<Progress['recent']> {
  if (startedAt === null) return { messages: 0, seconds: 0 };
  const since = new Date(Math.max(startedAt.getTime(), now.getTime() - RECENT_MS));
  const isOfIt = eq(message.campaignId, campaignId);
  // Two counts, because each has an index of its own.
  const [accepted, failed] = await Promise.all([
    db.$count(message, and(isOfIt, gt(message.acceptedAt, since))),
    db.$count(message, and(isOfIt, inArray(message.status, ['failed', 'unknown']), gt(message.sendingSince, since))),
  ]);
  return { messages: accepted + failed, seconds: (now.getTime() - since.getTime()) / 1000 };
}

const isListed = (campaignId: number, { tab, q }: RecipientSearch): SQL | undefined =>
  and(
    eq(message.campaignId, campaignId),
    tab === 'all' ? undefined : inArray(message.status, [...statusesOfTab(tab)]),
    q === '' ? undefined : or(ilike(account.nickname, containing(q)), ilike(account.username, containing(q))),
  );

const recipients = (db: Db) =>
  db
    .select({
      id: message.id,
      accountId: message.accountId,
      name: account.nickname,
      username: account.username,
      status: message.status,
      attempts: message.attempts,
      reason: message.reason,
      sendingSince: message.sendingSince,
      acceptedAt: message.acceptedAt,
      deliveredAt: message.deliveredAt,
      fellBackAt: message.fellBackAt,
    })
    .from(message)
    .innerJoin(account, eq(account.id, message.accountId))
    .$dynamic();

export type RecipientRow = Awaited<ReturnType<typeof recipients>>[number];

async function listRecipients(db: Db, campaignId: number, search: RecipientSearch) {
  const where = isListed(campaignId, search);
  const [rows, [total]] = await Promise.all([
    recipients(db).where(where).orderBy(message.id).limit(PAGE_SIZE).offset(offsetOf(search.page)),
    search.q === ''
      ? db.select({ messages: count() }).from(message).where(withoutName(campaignId, search))
      : db
          .select({ messages: count() })
          .from(message)
          .innerJoin(account, eq(account.id, message.accountId))
          .where(where),
  ]);
  const told = rows.map(({ id, accountId, name, status, attempts, reason, sendingSince, fellBackAt }) => ({
    id,
    accountId,
    name,
    status,
    attempts,
    reason: reason === null ? null : reasonWords(reason),
    triedAt: sendingSince && shanghaiSecond(sendingSince),
    fellBack: fellBackAt !== null,
  }));
  return listPage(told, total?.messages ?? 0);
}

/** Counted without looking at the accounts, which an index alone can do. */
const withoutName = (campaignId: number, search: RecipientSearch) => isListed(campaignId, { ...search, q: '' });

/** How many rows a download reads at a time. */
const BATCH = 1000;

/** All recipients that fit, batch by batch. Asks for the administrator before it gives the first away. */
export async function exportRecipients(campaignId: number, search: RecipientSearch) {
  const db = await adminDb();
  return batches(db, isListed(campaignId, search));
}

async function* batches(db: Db, where: SQL | undefined): AsyncGenerator<readonly RecipientRow[]> {
  let last = 0;
  for (;;) {
    const rows = await recipients(db)
      .where(and(where, gt(message.id, last)))
      .orderBy(message.id)
      .limit(BATCH);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    last = end.id;
  }
}
