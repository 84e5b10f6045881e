import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { message, messageTemplate, wechatUser } from '@/db/schema';
import type { MessageContent, MessageStatus } from '@/lib/domain/message';
import type { NOTICES } from '@/lib/domain/notice';
import { only, unique } from './factories';

export const TEXT = { kind: 'text', text: '明晚八点直播' } as const satisfies MessageContent;
export const CARD = {
  kind: 'template',
  templateId: 'T',
  path: '/learn',
  data: { thing1: 'Python 全栈开发' },
} as const satisfies MessageContent;

/** Binds a WeChat to the account, as answering a ticket leaves it. */
export async function mintBinding(db: Db, accountId: number): Promise<{ id: number; openid: string }> {
  const openid = unique('o');
  const at = new Date();
  const values = { appId: 'wx0123456789abcdef', openid, accountId, boundAt: at, firstBoundAt: at };
  const { id } = only(await db.insert(wechatUser).values(values).returning());
  return { id, openid };
}

/** A message of the outbox, without its job. */
export async function mintMessage(
  db: Db,
  accountId: number,
  options: { content?: MessageContent; status?: MessageStatus; dueAt?: Date } = {},
): Promise<{ id: number; clientMsgId: string }> {
  const content = options.content ?? CARD;
  return only(
    await db
      .insert(message)
      .values({
        accountId,
        cause: unique('cause'),
        kind: content.kind,
        title: '测试',
        content,
        status: options.status ?? 'queued',
        clientMsgId: randomUUID(),
        dueAt: options.dueAt ?? new Date(),
      })
      .returning(),
  );
}

export const readMessage = async (db: Db, id: number) =>
  only(await db.select().from(message).where(eq(message.id, id)));

export const readMessages = (db: Db, accountId: number) =>
  db.select().from(message).where(eq(message.accountId, accountId)).orderBy(asc(message.id));

/** When the job of a message is to run; undefined when it has none. */
export async function sendJobOf(db: Db, messageId: number): Promise<Date | undefined> {
  const rows = await db.execute<{ runAt: string }>(
    sql`select run_at as "runAt" from graphile_worker.jobs where key = ${`message:${messageId}:send`}`,
  );
  const found = rows[0]?.runAt;
  return found === undefined ? undefined : new Date(found);
}

/** A template that carries a notice, with one field for the order number and one for the courses. */
export async function mintCarrier(db: Db, notice: (typeof NOTICES)[number]): Promise<void> {
  const fields = [
    { name: 'character_string1', label: '订单编号' },
    { name: 'thing2', label: '课程名称' },
  ];
  await db.insert(messageTemplate).values({ templateId: unique('T'), title: '通知', fields, notice });
}
