import { eq } from 'drizzle-orm';
import { isMeant } from '@/db/queries/audience';
import { account, campaign, wechatUser } from '@/db/schema';
import type { Audience } from '@/lib/domain/admin/audience';
import type { AskedAudience, CampaignForm } from '@/lib/domain/admin/campaign-form';
import type { MessageContent } from '@/lib/domain/message';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx, TxCtx } from '../ctx';
import { checkContent } from './check-content';
import { enqueueRun } from './enqueue-run';
import { readList } from './read-list';

const FARTHEST_MS = 366 * 24 * 60 * 60 * 1000;

/** What a form asks for, once everything in it is known to be possible. */
interface Plan {
  readonly formKey: string;
  readonly title: string;
  readonly audience: Audience;
  readonly content: MessageContent;
  readonly sendAt: Date | null;
}

/**
 * Puts one message to many on its way, now or at a time. Who gets it is found when it begins, set by set, by the
 * worker. A form that comes twice makes one campaign; the second answer names the first one's.
 */
export async function createCampaign(
  ctx: Ctx,
  form: CampaignForm,
): Promise<Result<{ readonly campaignId: number }, 'FORBIDDEN' | 'INVALID_INPUT' | 'CONFLICT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const planned = await planCampaign(ctx, form);
  if (!planned.ok) return planned;
  const plan = planned.value;
  return ctx.db.transaction(async (tx) => {
    const txCtx = { ...admin.value, db: tx };
    const campaignId = await insertCampaign(txCtx, admin.value.actor.id, plan);
    if (campaignId === null) return repeated(txCtx, plan);
    await enqueueRun(tx, campaignId, { runAt: plan.sendAt ?? ctx.now });
    await writeAudit(txCtx, {
      action: 'campaign.send',
      subjectKind: 'campaign',
      subjectId: campaignId,
      before: null,
      after: { title: plan.title, kind: plan.content.kind, scheduledAt: plan.sendAt?.toISOString() ?? null },
    });
    return ok({ campaignId });
  });
}

async function planCampaign(ctx: Ctx, form: CampaignForm): Promise<Result<Plan, 'INVALID_INPUT'>> {
  const { formKey, title, sendAt } = form;
  if (sendAt !== null && sendAt <= ctx.now) return err('INVALID_INPUT', { field: 'at', detail: '这个时间已经过了' });
  if (sendAt !== null && sendAt.getTime() > ctx.now.getTime() + FARTHEST_MS) {
    return err('INVALID_INPUT', { field: 'at', detail: '最多提前一年' });
  }
  const content = await checkContent(ctx, form.content);
  if (!content.ok) return content;
  const audience = await findAudience(ctx, form.audience);
  if (!audience.ok) return audience;
  return ok({ formKey, title, sendAt, content: content.value, audience: audience.value });
}

/** Whom the form means; refused when nobody fits now. */
async function findAudience(ctx: Ctx, asked: AskedAudience): Promise<Result<Audience, 'INVALID_INPUT'>> {
  const listed = asked.kind === 'list' ? await readList(ctx, asked.text) : null;
  if (listed && !listed.ok) return listed;
  const audience: Audience | null =
    asked.kind !== 'list' ? asked : listed && { kind: 'listed', accountIds: listed.value.accountIds };
  const someone =
    audience &&
    (await ctx.db
      .select({ id: account.id })
      .from(account)
      .innerJoin(wechatUser, eq(wechatUser.accountId, account.id))
      .where(isMeant(ctx.db, audience, ctx.now))
      .limit(1));
  if (audience && someone && someone.length > 0) return ok(audience);
  const detail = '没有可以发送的用户：只能发给已绑定微信、没有关闭学校通知的账号';
  return err('INVALID_INPUT', { field: asked.kind === 'list' ? 'list' : 'to', detail });
}

/** Null: there is one of this form already. */
async function insertCampaign(
  { db, now }: TxCtx,
  createdBy: number,
  { sendAt, ...plan }: Plan,
): Promise<number | null> {
  const [created] = await db
    .insert(campaign)
    .values({ ...plan, createdBy, status: 'scheduled', scheduledAt: sendAt ?? now, createdAt: now })
    .onConflictDoNothing({ target: campaign.formKey })
    .returning({ id: campaign.id });
  return created?.id ?? null;
}

/** The same message again is a second click. Another one is a form that was sent before and then changed. */
async function repeated(
  { db }: TxCtx,
  { formKey, title, audience, content, sendAt }: Plan,
): Promise<Result<{ readonly campaignId: number }, 'CONFLICT'>> {
  const [first] = await db.select().from(campaign).where(eq(campaign.formKey, formKey));
  if (!first) throw new Error('a campaign that stood in the way is gone');
  const told = (one: Pick<typeof first, 'title' | 'audience' | 'content'>) =>
    JSON.stringify([one.title, sorted(one.audience), sorted(one.content)]);
  const isSame = told(first) === told({ title, audience, content });
  if (isSame && (sendAt === null || sendAt.getTime() === first.scheduledAt.getTime())) {
    return ok({ campaignId: first.id });
  }
  return err('CONFLICT', { detail: '这份表单刚才已经发送过一次。如果还要发送现在的内容，请再按一次发送' });
}

/** With the keys of every object in one order: jsonb keeps its own. */
const sorted = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.entries(value)
    .map(([key, inner]) => [key, sorted(inner)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
};
