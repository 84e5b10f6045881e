import 'server-only';
import { asc } from 'drizzle-orm';
import { messageTemplate, noticeSetting } from '@/db/schema';
import type { TemplateChannel, Topic } from '@/lib/domain/message-topic';
import { isAlwaysOn, NOTICE_TITLES, NOTICE_TOPICS, NOTICES, type Notice } from '@/lib/domain/notice';
import { canCarry, fillNotice, noticeExample } from '@/lib/domain/notice-carrier';
import { adminDb } from './admin-db';

/** A template that can carry a notice, filled with an example. */
export interface NoticeTemplate {
  readonly templateId: string;
  readonly title: string;
  readonly channel: TemplateChannel;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

export interface NoticeView {
  readonly notice: Notice;
  readonly title: string;
  readonly topic: Topic;
  readonly isOn: boolean;
  /** The template_id that was chosen, and can still carry it; null: found by its title. */
  readonly chosen: string | null;
  /** What carries it now; null: nothing does, and it waits. */
  readonly carrier: NoticeTemplate | null;
  readonly choices: readonly NoticeTemplate[];
}

/** Every notice with what was decided about it and the templates it may go in. */
export async function listNotices(): Promise<NoticeView[]> {
  const db = await adminDb();
  const [templates, settings] = await Promise.all([
    db.select().from(messageTemplate).orderBy(asc(messageTemplate.id)),
    db.select().from(noticeSetting),
  ]);
  return NOTICES.map((notice) => {
    const setting = settings.find((one) => one.notice === notice);
    const able = templates.filter((template) => canCarry(template, notice));
    const chosen = able.find(({ templateId }) => templateId === setting?.templateId) ?? null;
    const carrier = able.find((template) => template.notice === notice) ?? null;
    return {
      notice,
      title: NOTICE_TITLES[notice],
      topic: NOTICE_TOPICS[notice],
      isOn: isAlwaysOn(notice) || (setting?.isOn ?? true),
      chosen: chosen?.templateId ?? null,
      carrier: carrier && filled(carrier, notice),
      choices: able.map((template) => filled(template, notice)),
    };
  });
}

function filled(template: typeof messageTemplate.$inferSelect, notice: Notice): NoticeTemplate {
  const { templateId, title, channel, fields } = template;
  const data = fillNotice(fields, noticeExample(notice)) ?? {};
  return { templateId, title, channel, lines: fields.map(({ name, label }) => ({ label, value: data[name] ?? '' })) };
}
