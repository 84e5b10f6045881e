import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { message, wechatUser } from '@/db/schema';
import type { MessageContent } from '@/lib/domain/message';
import type { TxCtx } from '../ctx';
import { enqueueSend } from './enqueue-send';

export interface NewMessage {
  readonly accountId: number;
  /** What it is about, once for each account: writing it again changes nothing. */
  readonly cause: string;
  readonly title: string;
  readonly content: MessageContent;
}

export interface Inserted {
  /** How many go out now. */
  readonly queued: number;
  /** How many wait until their account is bound. */
  readonly waiting: number;
}

/**
 * The way into the outbox; a campaign has its own, for thousands. The caller has locked the accounts: a binding that happens meanwhile either finds its
 * message waiting or is found here.
 */
export async function insertMessages(ctx: TxCtx, messages: readonly NewMessage[]): Promise<Inserted> {
  if (messages.length === 0) return { queued: 0, waiting: 0 };
  const rows = messages.map((one) => ({
    ...one,
    kind: one.content.kind,
    status: sql`case when ${isBound(one.accountId)} then 'queued' else 'waiting_for_bind' end`,
    clientMsgId: randomUUID(),
    dueAt: ctx.now,
    createdAt: ctx.now,
  }));
  const written = await ctx.db
    .insert(message)
    .values(rows)
    .onConflictDoNothing({ target: [message.cause, message.accountId] })
    .returning({ id: message.id, status: message.status, campaignId: message.campaignId });
  const queued = written.filter(({ status }) => status === 'queued');
  await enqueueSend(ctx.db, queued, ctx.now);
  return { queued: queued.length, waiting: written.length - queued.length };
}

const isBound = (accountId: number) =>
  sql`exists (select 1 from ${wechatUser} where ${wechatUser.accountId} = ${accountId})`;
