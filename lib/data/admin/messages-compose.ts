import 'server-only';
import { asc, count, desc, eq, exists, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { fitsFilter, isMeant } from '@/db/queries/audience';
import { readCampaignTemplates } from '@/db/queries/campaign-templates';
import { account, enrolment, product, wechatUser } from '@/db/schema';
import type { AccountRole } from '@/lib/domain/account';
import { type ComposeSearch, filterOf } from '@/lib/domain/admin/message-search';
import type { TemplateChannel } from '@/lib/domain/message-topic';
import type { TemplateField } from '@/lib/domain/template-field';
import { adminDb } from './admin-db';
import { type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

/** A bound account, as the form of a new message lists it. */
export interface Recipient {
  readonly id: number;
  readonly nickname: string;
  readonly username: string;
  readonly role: AccountRole;
  /** As WeChat knows them. */
  readonly wechatName: string;
}

export interface ComposeTemplate {
  readonly id: number;
  /** The platform's. */
  readonly templateId: string;
  readonly title: string;
  readonly fields: readonly TemplateField[];
  readonly channel: TemplateChannel;
}

export interface ComposeData {
  readonly recipients: ListPage<Recipient>;
  /** A few of those who fit, taken blindly. */
  readonly sample: readonly Pick<Recipient, 'id' | 'nickname' | 'username'>[];
  /** Who is picked from the start; null when nobody is, or they cannot get a message. */
  readonly first: Recipient | null;
  readonly templates: readonly ComposeTemplate[];
  /** What somebody has bought. */
  readonly products: readonly { readonly id: number; readonly name: string }[];
}

const MOST_PRODUCTS = 500;
const SAMPLE = 5;

/** What the form of a new message needs. */
export async function getComposeData(search: ComposeSearch, now = new Date()): Promise<ComposeData> {
  const db = await adminDb();
  const [recipients, sample, first, templates, products] = await Promise.all([
    listRecipients(db, search, now),
    sampleOf(db, search, now),
    search.to === null ? null : findRecipient(db, search.to, now),
    readCampaignTemplates(db),
    db
      .select({ id: product.id, name: product.name })
      .from(product)
      .where(exists(db.select({ id: enrolment.id }).from(enrolment).where(eq(enrolment.productId, product.id))))
      .orderBy(asc(product.name))
      .limit(MOST_PRODUCTS),
  ]);
  return { recipients, sample, first, templates, products };
}

async function listRecipients(db: Db, search: ComposeSearch, now: Date): Promise<ListPage<Recipient>> {
  const where = fitsFilter(db, filterOf(search), now);
  const [rows, [total]] = await Promise.all([
    recipients(db)
      .where(where)
      .orderBy(desc(wechatUser.boundAt), desc(account.id))
      .limit(PAGE_SIZE)
      .offset(offsetOf(search.page)),
    db
      .select({ accounts: count() })
      .from(account)
      .innerJoin(wechatUser, eq(wechatUser.accountId, account.id))
      .where(where),
  ]);
  return listPage(rows, total?.accounts ?? 0);
}

const sampleOf = (db: Db, search: ComposeSearch, now: Date): Promise<ComposeData['sample']> =>
  recipients(db)
    .where(fitsFilter(db, filterOf(search), now))
    .orderBy(sql`random()`)
    .limit(SAMPLE);

async function findRecipient(db: Db, accountId: number, now: Date): Promise<Recipient | null> {
  const [found] = await recipients(db).where(isMeant(db, { kind: 'picked', accountIds: [accountId] }, now));
  return found ?? null;
}

const recipients = (db: Db) =>
  db
    .select({
      id: account.id,
      nickname: account.nickname,
      username: account.username,
      role: account.role,
      wechatName: wechatUser.nickname,
    })
    .from(account)
    .innerJoin(wechatUser, eq(wechatUser.accountId, account.id))
    .$dynamic();
