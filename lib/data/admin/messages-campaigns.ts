import 'server-only';
import { and, count, desc, eq, ilike, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, campaign, messageTemplate, product } from '@/db/schema';
import { type Audience, audienceWords } from '@/lib/domain/admin/audience';
import type { StatusCounts } from '@/lib/domain/admin/campaign-progress';
import type { CampaignSearch } from '@/lib/domain/admin/message-search';
import type { CampaignStatus } from '@/lib/domain/campaign-state';
import type { CardContent, MessageContent } from '@/lib/domain/message';
import { adminDb } from './admin-db';
import { countStatuses } from './messages-progress';
import { containing, type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

export interface CampaignRow {
  readonly id: number;
  readonly title: string;
  readonly kind: MessageContent['kind'];
  readonly status: CampaignStatus;
  readonly sender: string;
  /** When it begins, or began. */
  readonly scheduledAt: Date;
  readonly counts: StatusCounts;
}

/** A page of what was sent to many, the newest first. */
export async function listCampaigns({ q, kind, status, page }: CampaignSearch): Promise<ListPage<CampaignRow>> {
  const db = await adminDb();
  const where = and(
    q === '' ? undefined : ilike(campaign.title, containing(q)),
    kind === null ? undefined : eq(kindOfContent, kind),
    status === null ? undefined : eq(campaign.status, status),
  );
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: campaign.id,
        title: campaign.title,
        kind: kindOfContent,
        status: campaign.status,
        sender: account.nickname,
        scheduledAt: campaign.scheduledAt,
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

/** A template's title and its fields' labels; null when the account has it no longer. */
type Template = Pick<typeof messageTemplate.$inferSelect, 'title' | 'fields'> | null;

export interface CampaignDetail {
  readonly id: number;
  readonly title: string;
  readonly status: CampaignStatus;
  readonly content: MessageContent;
  /** Of the card, or of the one that goes instead of the text. */
  readonly template: Template;
  readonly audience: string;
  readonly sender: string;
  readonly createdAt: Date;
  readonly scheduledAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export async function findCampaign(id: number): Promise<CampaignDetail | null> {
  const db = await adminDb();
  const [found] = await db
    .select({ campaign, sender: account.nickname })
    .from(campaign)
    .innerJoin(account, eq(account.id, campaign.createdBy))
    .where(eq(campaign.id, id));
  if (!found) return null;
  const { title, status, content, audience, createdAt, scheduledAt, startedAt, finishedAt } = found.campaign;
  const card = cardOf(content);
  return {
    id,
    title,
    status,
    content,
    createdAt,
    scheduledAt,
    startedAt,
    finishedAt,
    sender: found.sender,
    template: card && (await findTemplate(db, card.templateId)),
    audience: audienceWords(audience, await productName(db, audience)),
  };
}

function cardOf(content: MessageContent): CardContent | null {
  if (content.kind === 'notice') return null;
  return content.kind === 'text' ? (content.fallback ?? null) : content;
}

async function findTemplate(db: Db, templateId: string): Promise<Template> {
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
