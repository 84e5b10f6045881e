import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { message } from '@/db/schema';
import { isRecognised, type RetryPace, retryAt } from '@/lib/domain/message-retry';
import { NO_TEMPLATE } from '@/lib/domain/notice';
import type { WechatErrorClass, WechatOutcome } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';
import { type ClaimedMessage, claimMessage } from './claim-message';
import { enqueueSend } from './enqueue-send';
import { prepareMessage } from './prepare-message';

/**
 * Sends one message: commits that it is being sent, calls WeChat, commits what came of it. Whoever dies in between
 * leaves it `sending`, for recover-messages to decide. Not queued any more: nothing is done.
 */
export async function sendMessage(ctx: Ctx, { messageId }: { readonly messageId: number }): Promise<void> {
  const claimed = await claimMessage(ctx, messageId);
  if (!claimed) return;
  if (!claimed.isText && !isRecognised(claimed.firstSentAt, ctx.now)) {
    return end(ctx, claimed, { status: 'unknown', reason: '上次发送的结果未知，已超过可安全重发的时间' });
  }
  const prepared = await prepareMessage(ctx, claimed);
  if (prepared.kind === 'unfit') return end(ctx, claimed, { status: 'failed', reason: prepared.reason });
  if (prepared.kind === 'no_template') return later(ctx, claimed, { pace: 'hourly', reason: NO_TEMPLATE });
  const outcome = await prepared.send();
  if (outcome.kind === 'refused' && outcome.refusal.class === 'configuration') {
    ctx.log.error({ messageId, errcode: outcome.refusal.errcode }, 'WeChat refuses our configuration');
  }
  return conclude(ctx, claimed, outcome);
}

const PACES: Readonly<Record<Exclude<WechatErrorClass, 'permanent'>, RetryPace>> = {
  token: 'soon',
  busy: 'soon',
  quota: 'tomorrow',
  configuration: 'hourly',
};

async function conclude(ctx: Ctx, claimed: ClaimedMessage, outcome: WechatOutcome<string | null>): Promise<void> {
  switch (outcome.kind) {
    case 'ok':
      return end(ctx, claimed, { status: 'accepted', msgid: outcome.value, acceptedAt: ctx.now, reason: null });
    case 'unsent':
      return later(ctx, claimed, { pace: 'soon', reason: outcome.reason });
    case 'unknown':
      // The platform drops a card it has taken, by its client_msg_id. A text would come twice.
      if (claimed.isText) return end(ctx, claimed, { status: 'unknown', reason: outcome.reason });
      return later(ctx, claimed, { pace: 'soon', reason: outcome.reason, mayHaveArrived: true });
    case 'refused': {
      const { errcode, errmsg } = outcome.refusal;
      const reason = `${errcode} ${errmsg}`.slice(0, 200);
      if (outcome.refusal.class === 'permanent') return end(ctx, claimed, { status: 'failed', reason });
      return later(ctx, claimed, { pace: PACES[outcome.refusal.class], reason });
    }
  }
}

type Ending = Partial<typeof message.$inferInsert>;

/** Only while it is still this sending: a worker that slept too long finds its message recovered. */
async function end(ctx: Pick<Ctx, 'db'>, { id, attempts }: ClaimedMessage, ending: Ending): Promise<void> {
  await ctx.db
    .update(message)
    .set(ending)
    .where(and(eq(message.id, id), eq(message.status, 'sending'), eq(message.attempts, attempts)));
}

interface Delay {
  readonly pace: RetryPace;
  readonly reason: string;
  readonly mayHaveArrived?: boolean;
}

async function later(ctx: Ctx, claimed: ClaimedMessage, { pace, reason, mayHaveArrived }: Delay): Promise<void> {
  // What certainly did not arrive, now or before, does not start the time in which a repetition is recognised.
  const firstSentAt = mayHaveArrived || claimed.wasSentBefore ? claimed.firstSentAt : null;
  const dueAt = retryAt({ now: ctx.now, attempts: claimed.attempts, pace, spread: randomInt(1000) / 1000 });
  if (firstSentAt && (!dueAt || !isRecognised(firstSentAt, dueAt))) {
    return end(ctx, claimed, { status: 'unknown', reason });
  }
  if (!dueAt) return end(ctx, claimed, { status: 'failed', reason });
  await ctx.db.transaction(async (tx) => {
    await end({ db: tx }, claimed, { status: 'queued', reason, dueAt, firstSentAt });
    await enqueueSend(tx, [claimed], dueAt);
  });
}
