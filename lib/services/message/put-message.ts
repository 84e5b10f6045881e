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
export const putMessage = async (ctx: TxCtx, input: NewMessage): Promise<'put' | 'repeated'> =>
  (await putMessages(ctx, [input])) === 1 ? 'put' : 'repeated';

/** As putMessage, a few hundred in one statement. Returns how many were not there yet. */
export async function putMessages(ctx: TxCtx, inputs: readonly NewMessage[]): Promise<number> {
  if (inputs.length === 0) return 0;
  const written = await ctx.db
    .insert(message)
    .values(inputs.map((input) => rowOf(input, ctx.now)))
    .onConflictDoNothing({ target: [message.cause, message.accountId] })
    .returning({ id: message.id, campaignId: message.campaignId, status: message.status });
  const queued = written.filter(({ status }) => status === 'queued');
  await enqueueSend(ctx.db, queued, ctx.now);
  return written.length;
}

function rowOf(input: NewMessage, now: Date) {
  const { accountId, content } = input;
  const isBound = sql`exists (select 1 from ${wechatUser} where ${wechatUser.accountId} = ${accountId})`;
  return {
    ...input,
    topic: input.topic ?? (content.kind === 'notice' ? NOTICE_TOPICS[content.notice] : 'news'),
    kind: content.kind,
    status: sql`case when ${isBound} then 'queued' else 'waiting_for_bind' end`,
    clientMsgId: randomUUID(),
    dueAt: now,
    createdAt: now,
  };
}
