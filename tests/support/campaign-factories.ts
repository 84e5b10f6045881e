import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import type { Database, Db } from '@/db/client';
import { account, campaign, message, wechatUser } from '@/db/schema';
import type { AudienceFilter } from '@/lib/domain/admin/audience';
import type { CampaignForm } from '@/lib/domain/admin/campaign-form';
import type { MessageContent } from '@/lib/domain/message';
import { beginCampaign } from '@/lib/services/campaign/begin-campaign';
import { createCampaign } from '@/lib/services/campaign/create-campaign';
import { fillCampaign } from '@/lib/services/campaign/fill-campaign';
import type { AccountCtx, Ctx, Gateways } from '@/lib/services/ctx';
import { mintAccount, only, studentCtx, unique } from './factories';
import { systemCtx } from './payment-factories';

const ANYONE: AudienceFilter = {
  q: '',
  role: null,
  bought: null,
  unpaid: null,
  expiring: null,
  idle: null,
};

/** The context of an administrator of their own, at `now`. */
export async function adminCtx(
  db: Db,
  options: { now?: Date; gateways?: Gateways } = {},
): Promise<AccountCtx & { readonly actor: { readonly role: 'admin' } }> {
  const { id } = await mintAccount(db, { role: 'admin' });
  return { ...studentCtx(db, { id }, options), actor: { kind: 'account', id, role: 'admin' } };
}

/** An account under a name that only `tag` finds, bound unless told otherwise. */
export async function mintBound(
  db: Db,
  tag: string,
  { bound = true, role = 'student' }: { bound?: boolean; role?: 'student' | 'mentor' } = {},
): Promise<number> {
  const { id } = await mintAccount(db, { role });
  await db
    .update(account)
    .set({ nickname: `${tag}-${id}` })
    .where(eq(account.id, id));
  const holder = bound ? { accountId: id, boundAt: new Date() } : {};
  await db.insert(wechatUser).values({ appId: 'wx0123456789abcdef', openid: unique('o'), ...holder });
  return id;
}

/** Many of them at once; their openids begin with `tag`, and they wrote just now. */
export const mintCrowd = (db: Db, tag: string, count: number) =>
  db.execute(sql`
    with made as (
      insert into account (username, password_hash, nickname)
      select ${tag} || n, 'no password', ${tag} from generate_series(1, ${count}) as n returning id
    )
    insert into wechat_user (app_id, openid, account_id, bound_at, last_wrote_at)
    select 'wx0123456789abcdef', ${tag} || id, id, now(), now() from made`);

export const formFor = (audience: CampaignForm['audience'], more: Partial<CampaignForm> = {}): CampaignForm => ({
  formKey: randomUUID(),
  title: '开课提醒',
  audience,
  sendAt: null,
  content: { kind: 'text', text: '今晚 19:30 直播答疑', fallback: null },
  ...more,
});

export const tagged = (tag: string, rest: Partial<AudienceFilter> = {}): CampaignForm =>
  formFor({ kind: 'matching', filter: { ...ANYONE, q: tag, ...rest } });

export async function create(ctx: Ctx, form: CampaignForm): Promise<number> {
  const created = await createCampaign(ctx, form);
  if (!created.ok) throw new Error(`${created.error.code} ${created.error.detail}`);
  return created.value.campaignId;
}

/** A campaign to everyone whose name `tag` finds, as its form leaves it; with `content` as it is. */
export async function mintCampaign(db: Database, tag: string, content?: MessageContent): Promise<number> {
  const campaignId = await create(await adminCtx(db), tagged(tag));
  if (content) await db.update(campaign).set({ content }).where(eq(campaign.id, campaignId));
  return campaignId;
}

/** Begins it and writes all its messages. */
export async function fill(db: Database, campaignId: number, now = new Date()): Promise<void> {
  const ctx = systemCtx(db, { now });
  await beginCampaign(ctx, campaignId);
  while (await fillCampaign(ctx, campaignId));
}

export const readCampaign = async (db: Db, id: number) =>
  only(await db.select().from(campaign).where(eq(campaign.id, id)));

export const readSent = (db: Db, campaignId: number) =>
  db.select().from(message).where(eq(message.campaignId, campaignId)).orderBy(asc(message.accountId));

/** How many of a campaign's messages are in which state. */
export async function countsOf(db: Db, campaignId: number): Promise<Record<string, number>> {
  const rows = await db.execute<{ status: string; messages: number }>(sql`
    select status, count(*)::int as messages from message where campaign_id = ${campaignId} group by status`);
  return Object.fromEntries(rows.map(({ status, messages }) => [status, messages]));
}

/** When the run of a campaign is to begin; undefined when it has no job. */
export async function runJobOf(db: Db, campaignId: number): Promise<Date | undefined> {
  const rows = await db.execute<{ runAt: string }>(
    sql`select run_at as "runAt" from graphile_worker.jobs where key = ${`campaign:${campaignId}:run`}`,
  );
  const found = rows[0]?.runAt;
  return found === undefined ? undefined : new Date(found);
}
