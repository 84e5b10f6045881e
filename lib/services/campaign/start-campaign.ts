import { eq } from 'drizzle-orm';
import { campaign } from '@/db/schema';
import type { CampaignForm } from '@/lib/domain/admin/campaign-form';
import type { MessageContent } from '@/lib/domain/message';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx, TxCtx } from '../ctx';
import { checkContent } from './check-content';
import { insertRecipients } from './insert-recipients';
import { lockRecipients } from './lock-recipients';

export type StartCampaignError = 'FORBIDDEN' | 'INVALID_INPUT' | 'CONFLICT';

/**
 * Sends one message to many. Who gets it is fixed here: the accounts that fit and are bound when the transaction has
 * locked them. A form that comes twice makes one campaign; the second answer names the first one's.
 */
export async function startCampaign(
  ctx: Ctx,
  form: CampaignForm,
): Promise<Result<{ readonly campaignId: number }, StartCampaignError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const content = await checkContent(ctx, form.content);
  if (!content.ok) return content;

  return ctx.db.transaction(async (tx) => {
    const txCtx = { ...admin.value, db: tx };
    const accountIds = await lockRecipients(tx, form.audience);
    if (accountIds.length === 0) {
      return err('INVALID_INPUT', { field: 'to', detail: '没有可以发送的用户：只能发给已绑定微信的账号' });
    }
    const campaignId = await insertCampaign(txCtx, admin.value.actor.id, form, content.value);
    if (campaignId === null) return repeated(txCtx, form, content.value);
    await insertRecipients(txCtx, campaignId, accountIds);
    await writeAudit(txCtx, {
      action: 'campaign.send',
      subjectKind: 'campaign',
      subjectId: campaignId,
      before: null,
      after: { title: form.title, kind: content.value.kind, recipients: accountIds.length },
    });
    return ok({ campaignId });
  });
}

/** Null: there is one of this form already. */
async function insertCampaign(
  { db, now }: TxCtx,
  createdBy: number,
  { formKey, title, audience }: CampaignForm,
  content: MessageContent,
): Promise<number | null> {
  const [created] = await db
    .insert(campaign)
    .values({ createdBy, formKey, title, content, audience, createdAt: now })
    .onConflictDoNothing({ target: campaign.formKey })
    .returning({ id: campaign.id });
  return created?.id ?? null;
}

/** The same message again is a second click. Another one is a form that was sent before and then changed. */
async function repeated(
  { db }: TxCtx,
  { formKey, title, audience }: CampaignForm,
  content: MessageContent,
): Promise<Result<{ readonly campaignId: number }, 'CONFLICT'>> {
  const [first] = await db.select().from(campaign).where(eq(campaign.formKey, formKey));
  if (!first) throw new Error('a campaign that stood in the way is gone');
  const told = (one: Pick<typeof first, 'title' | 'audience' | 'content'>) =>
    JSON.stringify([one.title, sorted(one.audience), sorted(one.content)]);
  if (told(first) === told({ title, audience, content })) return ok({ campaignId: first.id });
  return err('CONFLICT', { detail: '这份表单刚才已经发送过一次。如果还要发送现在的内容，请再按一次发送' });
}

/** With the keys of every object in one order: jsonb keeps its own. */
const sorted = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.entries(value)
    .map(([key, inner]) => [key, sorted(inner)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
};
