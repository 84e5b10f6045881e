import { randomInt } from 'node:crypto';
import { NO_TEMPLATE } from '@/lib/domain/notice';
import { SEND_KINDS, type SendKind } from '@/lib/domain/wechat/send-kind';
import type { WechatRefusal } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';
import type { ClaimedMessage } from './claim-message';
import { conclude } from './conclude';
import { decideOutcome, type Ending, tryLater, waitForQuota } from './decide-outcome';
import { type PreparedMessage, prepareMessage } from './prepare-message';
import { blockQuota, pauseAfter, returnQuota, takeQuota } from './quota';

type Ready = Extract<PreparedMessage, { kind: 'ready' }> & { readonly message: ClaimedMessage };

const spread = (): number => randomInt(1000) / 1000;

/**
 * Sends what was claimed, up to `concurrency` at a time, and commits what came of it in one statement. Each kind is
 * counted against its quota first; once the platform wants no more of a kind, the rest of it is not tried.
 */
export async function sendClaimed(ctx: Ctx, claimed: readonly ClaimedMessage[], concurrency = 1): Promise<void> {
  const endings: Ending[] = [];
  const ready: Ready[] = [];
  for (const message of claimed) {
    const prepared = await prepareMessage(ctx, message);
    if (prepared.kind === 'ready') ready.push({ ...prepared, message });
    else endings.push(unsendable(ctx, message, prepared));
  }
  for (const kind of SEND_KINDS) {
    const ofKind = ready.filter(({ sendKind }) => sendKind === kind);
    if (ofKind.length > 0) endings.push(...(await sendKindOf(ctx, kind, ofKind, concurrency)));
  }
  await conclude(ctx, endings);
}

function unsendable(ctx: Ctx, message: ClaimedMessage, prepared: Exclude<PreparedMessage, { kind: 'ready' }>): Ending {
  return prepared.kind === 'ended'
    ? { message, status: prepared.status, reason: prepared.reason }
    : tryLater(message, { now: ctx.now, spread: spread(), pace: 'hourly', reason: NO_TEMPLATE });
}

async function sendKindOf(ctx: Ctx, kind: SendKind, ready: readonly Ready[], concurrency: number): Promise<Ending[]> {
  const quota = await takeQuota(ctx, kind, ready.length);
  let pausedUntil = quota.granted ? null : quota.until;
  const endings: Ending[] = [];
  let unsent = 0;

  async function sendOne({ message, sendKind, templateId, send }: Ready): Promise<void> {
    if (pausedUntil) {
      unsent += 1;
      endings.push(waitForQuota(message, pausedUntil, { now: ctx.now, spread: spread() }));
      return;
    }
    const outcome = await send();
    if (outcome.kind === 'unsent') unsent += 1;
    if (outcome.kind === 'refused')
      pausedUntil = (await heedRefusal(ctx, kind, message, outcome.refusal)) ?? pausedUntil;
    endings.push(decideOutcome({ message, sendKind, templateId, outcome, now: ctx.now, spread: spread() }));
  }

  await inParallel(ready, concurrency, sendOne);
  if (quota.granted) await returnQuota(ctx, kind, unsent);
  return endings;
}

/** Until when the platform wants no more of the kind, if it said so. */
async function heedRefusal(
  ctx: Ctx,
  kind: SendKind,
  { id }: ClaimedMessage,
  refusal: WechatRefusal,
): Promise<Date | null> {
  if (refusal.class === 'configuration') {
    ctx.log.error({ messageId: id, errcode: refusal.errcode }, 'WeChat refuses our configuration');
  }
  const until = pauseAfter(refusal, ctx.now);
  if (until) await blockQuota(ctx, kind, until);
  return until;
}

async function inParallel<T>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
