import { eq, or, sql } from 'drizzle-orm';
import { messageTemplate, noticeSetting } from '@/db/schema';
import type { CardContent } from '@/lib/domain/message';
import type { NoticeContent } from '@/lib/domain/notice';
import { fillNotice } from '@/lib/domain/notice-carrier';
import type { Ctx } from '../ctx';
import type { ClaimedMessage } from './claim-message';
import { hasPermit } from './permit';

/**
 * The card a notice goes as: the chosen 订阅通知 if the person allowed one, else the template that carries it. What may
 * have gone as a template before goes as one again: only that is recognised. Null: no template can say it.
 */
export async function carryNotice(
  ctx: Ctx,
  { wechatUserId, wasSentBefore }: ClaimedMessage,
  content: NoticeContent,
): Promise<CardContent | 'no_permit' | null> {
  const isChosen = sql<boolean>`coalesce(${messageTemplate.templateId} = ${noticeSetting.templateId}, false)`;
  const rows = await ctx.db
    .select({ template: messageTemplate, isChosen })
    .from(messageTemplate)
    .leftJoin(noticeSetting, eq(noticeSetting.notice, content.notice))
    .where(or(eq(messageTemplate.notice, content.notice), eq(messageTemplate.templateId, noticeSetting.templateId)));
  const able = rows
    .toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen))
    .flatMap(({ template: { templateId, channel, fields } }): CardContent[] => {
      const data = fillNotice(fields, content);
      return data ? [{ kind: channel, templateId, path: content.path, data }] : [];
    });
  const templates = able.filter(({ kind }) => kind === 'template');
  for (const card of wasSentBefore && templates.length > 0 ? templates : able) {
    if (card.kind === 'template' || (await hasPermit(ctx, wechatUserId, card.templateId))) return card;
  }
  return able.length > 0 ? 'no_permit' : null;
}
