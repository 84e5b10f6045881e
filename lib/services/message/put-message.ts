import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { message, wechatUser } from '@/db/schema';
import type { MessageContent } from '@/lib/domain/message';
import type { TxCtx } from '../ctx';
import { enqueueSend } from './enqueue-send';

export interface NewMessage {
  readonly accountId: number;
  /** What it is about, once: writing it again changes nothing. */
  readonly cause: string;
  readonly title: string;
  readonly content: MessageContent;
  readonly campaignId?: number;
}

/**
 * Puts a message into the outbox, in the business transaction that caused it. The caller has locked the account, so a
 * binding that happens meanwhile either sees the message waiting or is seen here.
 */
export async function putMessage(ctx: TxCtx, input: NewMessage): Promise<'put' | 'repeated'> {
  const [bound] = await ctx.db
    .select({ id: wechatUser.id })
    .from(wechatUser)
    .where(eq(wechatUser.accountId, input.accountId));
  const [written] = await ctx.db
    .insert(message)
    .values({
      accountId: input.accountId,
      cause: input.cause,
      campaignId: input.campaignId ?? null,
      kind: input.content.kind,
      title: input.title,
      content: input.content,
      status: bound ? 'queued' : 'waiting_for_bind',
      clientMsgId: randomUUID(),
      dueAt: bound ? ctx.now : null,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: [message.cause, message.accountId] })
    .returning({ id: message.id });
  if (!written) return 'repeated';
  if (bound) await enqueueSend(ctx.db, written.id, ctx.now);
  return 'put';
}
