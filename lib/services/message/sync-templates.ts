import { and, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { messageTemplate, noticeSetting } from '@/db/schema';
import { TEMPLATE_CHANNELS, type TemplateChannel } from '@/lib/domain/message-topic';
import { NOTICES } from '@/lib/domain/notice';
import { type Carriers, chooseCarriers, type Template } from '@/lib/domain/notice-carrier';
import { readFields } from '@/lib/domain/template-field';
import type { OwnTemplate, WechatOutcome } from '@/lib/gateways/wechat/gateway';
import type { Ctx, TxCtx } from '../ctx';
import { releaseNotices } from './release-notices';

/**
 * Copies the official account's templates, 模板消息 and 订阅通知, decides which of them carries which notice, and lets
 * the notices go that waited for one. False when WeChat could not say; an account without 订阅通知 has none to list.
 */
export async function syncTemplates(ctx: Ctx): Promise<boolean> {
  const [plain, subscribe] = await Promise.all([
    ctx.gateways.wechat.listTemplates(),
    ctx.gateways.wechat.listSubscribeTemplates(),
  ]);
  const listed = { template: read(ctx, plain, 'template'), subscribe: read(ctx, subscribe, 'subscribe') };
  await ctx.db.transaction(async (tx) => {
    await lockTemplates(tx);
    for (const channel of TEMPLATE_CHANNELS) if (listed[channel]) await keep(tx, channel, listed[channel]);
    await assignCarriers({ ...ctx, db: tx });
  });
  return listed.template !== null && (listed.subscribe !== null || subscribe.kind === 'refused');
}

/** Templates, their notices and what was decided about them change one after the other. */
export const lockTemplates = (tx: Transaction) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('luffycity:templates'))`);

function read(ctx: Ctx, listed: WechatOutcome<readonly OwnTemplate[]>, channel: TemplateChannel): Template[] | null {
  if (listed.kind !== 'ok') {
    const errcode = listed.kind === 'refused' ? listed.refusal.errcode : undefined;
    ctx.log.warn({ outcome: listed.kind, errcode, channel }, 'templates could not be listed');
    return null;
  }
  return listed.value.map(({ templateId, title, content }) => ({
    templateId,
    title,
    channel,
    fields: readFields(content),
  }));
}

async function keep(tx: Transaction, channel: TemplateChannel, templates: readonly Template[]): Promise<void> {
  const ids = templates.map(({ templateId }) => templateId);
  const isGone = ids.length > 0 ? notInArray(messageTemplate.templateId, ids) : undefined;
  await tx.delete(messageTemplate).where(and(eq(messageTemplate.channel, channel), isGone));
  if (ids.length === 0) return;
  await tx
    .insert(messageTemplate)
    .values([...templates])
    .onConflictDoUpdate({
      target: messageTemplate.templateId,
      set: { title: sql`excluded.title`, fields: sql`excluded.fields`, channel: sql`excluded.channel` },
    });
}

/** Decides anew which template carries which notice. The caller holds the templates' lock. */
export async function assignCarriers(ctx: TxCtx): Promise<void> {
  const tx = ctx.db;
  const templates = await tx.select().from(messageTemplate).orderBy(messageTemplate.id);
  const current = Object.fromEntries(
    templates.flatMap(({ notice, templateId }) => (notice ? [[notice, templateId]] : [])),
  );
  const carriers = chooseCarriers(templates, current, await readChosen(tx));
  await tx.update(messageTemplate).set({ notice: null }).where(isNotNull(messageTemplate.notice));
  for (const notice of NOTICES) {
    const templateId = carriers[notice];
    if (!templateId) continue;
    await tx.update(messageTemplate).set({ notice }).where(eq(messageTemplate.templateId, templateId));
    await releaseNotices(ctx, notice);
  }
}

async function readChosen(tx: Transaction): Promise<Carriers> {
  const rows = await tx
    .select({ notice: noticeSetting.notice, templateId: noticeSetting.templateId })
    .from(noticeSetting)
    .where(
      inArray(noticeSetting.templateId, tx.select({ templateId: messageTemplate.templateId }).from(messageTemplate)),
    );
  return Object.fromEntries(rows.map(({ notice, templateId }) => [notice, templateId]));
}
