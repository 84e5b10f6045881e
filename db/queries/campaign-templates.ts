import { and, asc, eq, sql } from 'drizzle-orm';
import { saysCode } from '@/lib/domain/notice-carrier';
import type { Db } from '../client';
import { messageTemplate, noticeSetting } from '../schema';

/** What a message to many may go in: every template but those that say a code, which somebody must have asked for. */
export async function readCampaignTemplates(db: Db) {
  const forCodes = and(
    eq(noticeSetting.templateId, messageTemplate.templateId),
    eq(noticeSetting.notice, 'password_code'),
  );
  const rows = await db
    .select({
      id: messageTemplate.id,
      templateId: messageTemplate.templateId,
      title: messageTemplate.title,
      fields: messageTemplate.fields,
      channel: messageTemplate.channel,
      notice: messageTemplate.notice,
      isChosen: sql<boolean>`${noticeSetting.notice} is not null`,
    })
    .from(messageTemplate)
    .leftJoin(noticeSetting, forCodes)
    .orderBy(asc(messageTemplate.id));
  return rows.flatMap(({ notice, isChosen, ...template }) =>
    isChosen || saysCode({ title: template.title, notice }) ? [] : [template],
  );
}
