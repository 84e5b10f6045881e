import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { message, wechatUser } from '@/db/schema';
import { type MessageContent, retryDelaySeconds } from '@/lib/domain/message';
import type { WechatOutcome } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';
import { enqueueSend } from './enqueue-send';

interface Claimed {
  readonly id: number;
  readonly openid: string;
  readonly content: MessageContent;
  readonly clientMsgId: string;
  readonly attempts: number;
}

/**
 * Sends one message: commits that it is being sent, calls WeChat, commits what came of it. Whoever dies in between
 * leaves it `sending`, for recover-messages to decide. Not queued any more: nothing is done.
 */
export async function sendMessage(ctx: Ctx, messageId: number): Promise<void> {
  const claimed = await claim(ctx, messageId);
  if (!claimed) return;
  const outcome = await call(ctx, claimed);
  switch (outcome.kind) {
    case 'ok':
      return finish(ctx, claimed, { status: 'accepted', msgid: outcome.value, acceptedAt: ctx.now, reason: null });
    case 'unknown':
      return unknown(ctx, claimed, outcome.reason);
    case 'refused': {
      const { errcode, errmsg } = outcome.refusal;
      const reason = `${errcode} ${errmsg}`.slice(0, 200);
      if (outcome.refusal.class === 'permanent') return finish(ctx, claimed, { status: 'failed', reason });
      return later(ctx, claimed, reason);
    }
  }
}

/** The recipient is chosen now: whoever the account is bound to when it is sent. */
async function claim(ctx: Ctx, messageId: number): Promise<Claimed | null> {
  const [found] = await ctx.db
    .select({ userId: wechatUser.id, openid: wechatUser.openid, attempts: message.attempts })
    .from(message)
    .innerJoin(wechatUser, eq(wechatUser.accountId, message.accountId))
    .where(and(eq(message.id, messageId), eq(message.status, 'queued')));
  if (!found) return null;
  const [claimed] = await ctx.db
    .update(message)
    .set({ status: 'sending', sendingSince: ctx.now, wechatUserId: found.userId, attempts: found.attempts + 1 })
    .where(and(eq(message.id, messageId), eq(message.status, 'queued')))
    .returning();
  return claimed ? { ...claimed, openid: found.openid } : null;
}

async function call(ctx: Ctx, { openid, content, clientMsgId }: Claimed): Promise<WechatOutcome<string | null>> {
  if (content.kind === 'text') return ctx.gateways.wechat.sendText(openid, content.text);
  const { templateId, url, data } = content;
  return ctx.gateways.wechat.sendTemplate({ openid, templateId, url, data, clientMsgId });
}

type Ending = Partial<Pick<typeof message.$inferInsert, 'status' | 'msgid' | 'acceptedAt' | 'reason' | 'dueAt'>>;

async function finish(ctx: Ctx, { id }: Claimed, ending: Ending): Promise<void> {
  await ctx.db
    .update(message)
    .set(ending)
    .where(and(eq(message.id, id), eq(message.status, 'sending')));
}

/** No answer: a template message is safe to repeat, the platform drops its client_msg_id; a text is not. */
async function unknown(ctx: Ctx, claimed: Claimed, reason: string): Promise<void> {
  if (claimed.content.kind === 'template' && claimed.attempts === 1) return later(ctx, claimed, reason);
  return finish(ctx, claimed, { status: 'unknown', reason });
}

async function later(ctx: Ctx, claimed: Claimed, reason: string): Promise<void> {
  const delay = retryDelaySeconds(claimed.attempts, randomInt(1000) / 1000);
  if (delay === null) return finish(ctx, claimed, { status: 'failed', reason });
  const dueAt = new Date(ctx.now.getTime() + delay * 1000);
  await ctx.db.transaction(async (tx) => {
    await finish({ ...ctx, db: tx }, claimed, { status: 'queued', reason, dueAt });
    await enqueueSend(tx, claimed.id, dueAt);
  });
}
