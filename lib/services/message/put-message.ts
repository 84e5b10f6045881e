import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { message, wechatUser } from '@/db/schema';
import type { MessageContent } from '@/lib/domain/message';
import type { Topic } from '@/lib/domain/message-topic';
import { NOTICE_TOPICS } from '@/lib/domain/notice';
import type { TxCtx } from '../ctx';
import { enqueueSend } from './enqueue-send';

export interface NewMessage {
  readonly accountId: number;
  /** What it is about, once for each account: writing it again changes nothing. */
  readonly cause: string;
  readonly title: string;
  readonly content: MessageContent;
  /** What it is about, as the student may mute it; a notice knows by itself. */
  readonly topic?: Topic;
}

/**
 * Puts a message into the outbox, in the business transaction that caused it: it is sent if and only if that commits,
 * as soon as the account has a WeChat. The caller has locked the account, so that a binding that happens meanwhile
 * either finds the message waiting or is found here.
 */
export async function putMessage(ctx: TxCtx, input: NewMessage): Promise<'put' | 'repeated'> {
  const { content } = input;
  const isBound = sql`exists (select 1 from ${wechatUser} where ${wechatUser.accountId} = ${input.accountId})`;
  const [written] = await ctx.db
    .insert(message)
    .values({
      ...input,
      topic: input.topic ?? (content.kind === 'notice' ? NOTICE_TOPICS[content.notice] : 'news'),
      kind: content.kind,
      status: sql`case when ${isBound} then 'queued' else 'waiting_for_bind' end`,
      clientMsgId: randomUUID(),
      dueAt: ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: [message.cause, message.accountId] })
    .returning({ id: message.id, campaignId: message.campaignId, status: message.status });
  if (!written) return 'repeated';
  if (written.status === 'queued') await enqueueSend(ctx.db, [written], ctx.now);
  return 'put';
}
