import { eq, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { messageTemplate } from '@/db/schema';
import { type Carriers, chooseCarriers, NOTICES } from '@/lib/domain/notice';
import { readFields } from '@/lib/domain/template-field';
import type { Ctx } from '../ctx';
import { releaseNotices } from './release-notices';

type Template = Pick<typeof messageTemplate.$inferInsert, 'templateId' | 'title' | 'fields'>;

/**
 * Copies the official account's templates, decides which of them carries which notice, and lets the notices go that
 * waited for one. False when WeChat could not say.
 */
export async function syncTemplates(ctx: Ctx): Promise<boolean> {
  const listed = await ctx.gateways.wechat.listTemplates();
  if (listed.kind !== 'ok') {
    const errcode = listed.kind === 'refused' ? listed.refusal.errcode : undefined;
    ctx.log.warn({ outcome: listed.kind, errcode }, 'templates could not be listed');
    return false;
  }
  const templates = listed.value.map((template) => ({
    templateId: template.templateId,
    title: template.title,
    fields: readFields(template.content),
  }));
  await ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('luffycity:templates'))`);
    const carriers = chooseCarriers(templates, await readCarriers(tx));
    await keep(tx, templates, carriers);
    for (const notice of NOTICES) if (carriers[notice]) await releaseNotices({ ...ctx, db: tx }, notice);
  });
  return true;
}

async function readCarriers(tx: Transaction): Promise<Carriers> {
  const rows = await tx
    .select({ notice: messageTemplate.notice, templateId: messageTemplate.templateId })
    .from(messageTemplate)
    .where(isNotNull(messageTemplate.notice));
  return Object.fromEntries(rows.map(({ notice, templateId }) => [notice, templateId]));
}

async function keep(tx: Transaction, templates: readonly Template[], carriers: Carriers): Promise<void> {
  const ids = templates.map(({ templateId }) => templateId);
  await tx.delete(messageTemplate).where(ids.length > 0 ? notInArray(messageTemplate.templateId, ids) : undefined);
  if (ids.length === 0) return;
  await tx
    .insert(messageTemplate)
    .values([...templates])
    .onConflictDoUpdate({
      target: messageTemplate.templateId,
      set: { title: sql`excluded.title`, fields: sql`excluded.fields`, notice: null },
    });
  for (const notice of NOTICES) {
    const templateId = carriers[notice];
    if (templateId) await tx.update(messageTemplate).set({ notice }).where(eq(messageTemplate.templateId, templateId));
  }
}
