import 'server-only';
import { and, count, desc, eq, ilike, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, campaign, message, messageTemplate, product } from '@/db/schema';
import { type Audience, audienceWords } from '@/lib/domain/admin/audience';
import { countOf, type Progress, type StatusCounts } from '@/lib/domain/admin/campaign-progress';
import { type CampaignSearch, type RecipientSearch, statusesOfTab } from '@/lib/domain/admin/message-search';
import type { MessageContent } from '@/lib/domain/message';
import { reasonWords } from '@/lib/domain/message-reason';
import { adminDb } from './admin-db';
import { containing, type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

export interface CampaignRow {
  readonly id: number;
  readonly title: string;
  readonly kind: MessageContent['kind'];
  readonly sender: string;
  readonly createdAt: Date;
  readonly counts: StatusCounts;
}

/** A page of what was sent to many, the newest first. */
export async function listCampaigns({ q, kind, page }: CampaignSearch): Promise<ListPage<CampaignRow>> {
  const db = await adminDb();
  const where = and(
    q === '' ? undefined : ilike(campaign.title, containing(q)),
    kind === null ? undefined : eq(kindOfContent, kind),
  );
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: campaign.id,
        title: campaign.title,
        kind: kindOfContent,
        sender: account.nickname,
        createdAt: campaign.createdAt,
      })
      .from(campaign)
      .innerJoin(account, eq(account.id, campaign.createdBy))
      .where(where)
      .orderBy(desc(campaign.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(page)),
    db.select({ campaigns: count() }).from(campaign).where(where),
  ]);
  const counts = await countStatuses(
    db,
    rows.map(({ id }) => id),
  );
  return listPage(
    rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? {} })),
    total?.campaigns ?? 0,
  );
}

const kindOfContent = sql<MessageContent['kind']>`${campaign.content} ->> 'kind'`;

async function countStatuses(db: Db, campaignIds: readonly number[]): Promise<Map<number, StatusCounts>> {
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

export interface CampaignDetail {
  readonly id: number;
  readonly title: string;
  readonly content: MessageContent;
  /** Of a template: its title and its fields' labels; null when the account has it no longer. */
  readonly template: Pick<typeof messageTemplate.$inferSelect, 'title' | 'fields'> | null;
  readonly audience: string;
  readonly sender: string;
  readonly createdAt: Date;
}

export async function findCampaign(id: number): Promise<CampaignDetail | null> {
  const db = await adminDb();
  const [found] = await db
    .select({ campaign, sender: account.nickname })
    .from(campaign)
    .innerJoin(account, eq(account.id, campaign.createdBy))
    .where(eq(campaign.id, id));
  if (!found) return null;
  const { title, content, audience, createdAt } = found.campaign;
  return {
    id,
    title,
    content,
    createdAt,
    sender: found.sender,
    template: content.kind === 'template' ? await findTemplate(db, content.templateId) : null,
    audience: audienceWords(audience, await productName(db, audience)),
  };
}

async function findTemplate(db: Db, templateId: string): Promise<CampaignDetail['template']> {
  const [template] = await db
    .select({ title: messageTemplate.title, fields: messageTemplate.fields })
    .from(messageTemplate)
    .where(eq(messageTemplate.templateId, templateId));
  return template ?? null;
}

async function productName(db: Db, audience: Audience): Promise<string | null> {
  const bought = audience.kind === 'matching' ? audience.filter.bought : null;
  if (typeof bought !== 'number') return null;
  const [found] = await db.select({ name: product.name }).from(product).where(eq(product.id, bought));
  return found?.name ?? null;
}

/** How far a campaign is, with a page of its recipients. A campaign that does not exist has none. */
export async function getProgress(campaignId: number, { tab, page }: RecipientSearch): Promise<Progress> {
  const db = await adminDb();
  const statuses = statusesOfTab(tab);
  const isShown = tab === 'all' ? undefined : inArray(message.status, [...statuses]);
  const [byCampaign, rows] = await Promise.all([
    countStatuses(db, [campaignId]),
    db
      .select({
        id: message.id,
        accountId: message.accountId,
        name: account.nickname,
        status: message.status,
        attempts: message.attempts,
        reason: message.reason,
      })
      .from(message)
      .innerJoin(account, eq(account.id, message.accountId))
      .where(and(eq(message.campaignId, campaignId), isShown))
      .orderBy(message.id)
      .limit(PAGE_SIZE)
      .offset(offsetOf(page)),
  ]);
  const counts = byCampaign.get(campaignId) ?? {};
  const told = rows.map((row) => ({ ...row, reason: row.reason === null ? null : reasonWords(row.reason) }));
  const { total, pageCount } = listPage(told, countOf(counts, statuses));
  return { counts, total, pageCount, rows: told };
}
