import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { messageTemplate } from '@/db/schema';
import type { MessageContent } from '@/lib/domain/message';
import { noticeLines } from '@/lib/domain/notice-words';

/** What a message says, label by label, with the labels of its template. A code is never among them. */
export type MessageLines = readonly (readonly [label: string, value: string])[];

/** By template and field. */
type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>;

export async function readLabels(db: Db, contents: readonly MessageContent[]): Promise<Labels> {
  const ids = contents.flatMap((content) => ('templateId' in content ? [content.templateId] : []));
  if (ids.length === 0) return new Map();
  const templates = await db.select().from(messageTemplate).where(inArray(messageTemplate.templateId, ids));
  return new Map(
    templates.map(({ templateId, fields }) => [templateId, new Map(fields.map(({ name, label }) => [name, label]))]),
  );
}

export function linesOf(content: MessageContent, labels: Labels): MessageLines {
  if (content.kind === 'text') return [];
  if (content.kind === 'notice') return noticeLines(content);
  const known = labels.get(content.templateId);
  return Object.entries(content.data).map(([name, value]) => [known?.get(name) || '内容', value]);
}
