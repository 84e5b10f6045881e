import type { MessageStatus } from '@/lib/domain/message';
import { isRecognised, type RetryPace, retryAt } from '@/lib/domain/message-retry';
import type { SendKind } from '@/lib/domain/wechat/send-kind';
import type { WechatErrorClass, WechatOutcome } from '@/lib/gateways/wechat/gateway';
import type { ClaimedMessage } from './claim-message';
import { NOT_ALLOWED } from './send-subscribe';

/** What has become of one sending. */
export interface Ending {
  readonly message: ClaimedMessage;
  readonly status: Extract<MessageStatus, 'accepted' | 'queued' | 'failed' | 'unknown'>;
  readonly reason: string | null;
  readonly msgid?: string | null;
  /** Of a queued one. */
  readonly dueAt?: Date;
  /** The first sending that may have arrived; absent: this one, or one before it. */
  readonly firstSentAt?: Date | null;
  /** It goes as its card from now on. */
  readonly fallsBack?: boolean;
  /** It was not even tried: the attempt does not count. */
  readonly isUntried?: boolean;
  readonly sentAs?: SendKind;
  readonly templateId?: string | null;
}

const PACES: Readonly<Record<Exclude<WechatErrorClass, 'permanent'>, RetryPace>> = {
  token: 'soon',
  busy: 'soon',
  quota: 'tomorrow',
  configuration: 'hourly',
};

/** Out of time or out of turn for a text: WeChat waits for the person's next word. */
const TOO_LATE: ReadonlySet<number> = new Set([45015, 45047]);

interface Sending {
  readonly message: ClaimedMessage;
  readonly sendKind: SendKind;
  readonly templateId: string | null;
  readonly outcome: WechatOutcome<string | null>;
  readonly now: Date;
  /** In [0, 1): keeps many from coming back together. */
  readonly spread: number;
}

/** What an answer of WeChat means for the message it answers. */
export function decideOutcome({ message, sendKind, templateId, outcome, now, spread }: Sending): Ending {
  const told = { message, sentAs: sendKind, templateId };
  const at = { now, spread };
  switch (outcome.kind) {
    case 'ok':
      return { ...told, status: 'accepted', msgid: outcome.value, reason: null };
    case 'unsent':
      return { ...told, ...tryLater(message, { ...at, pace: 'soon', reason: outcome.reason }) };
    case 'unknown':
      // The platform drops a card it has taken, by its client_msg_id. Anything else would come twice.
      if (sendKind !== 'template') return { ...told, status: 'unknown', reason: outcome.reason };
      return { ...told, ...tryLater(message, { ...at, pace: 'soon', reason: outcome.reason, mayHaveArrived: true }) };
    case 'refused': {
      const { errcode, errmsg } = outcome.refusal;
      const reason = `${errcode} ${errmsg}`.slice(0, 200);
      if (TOO_LATE.has(errcode) && message.fallback) {
        return { ...told, status: 'queued', dueAt: now, reason, firstSentAt: null, fallsBack: true };
      }
      // Without a permission it may still go as a template: asked again, there is none left.
      const hasAnother = errcode === NOT_ALLOWED && sendKind === 'subscribe' && message.content.kind === 'notice';
      if (hasAnother) return { ...told, ...tryLater(message, { ...at, pace: 'soon', reason }) };
      if (outcome.refusal.class === 'permanent') return { ...told, status: 'failed', reason };
      return { ...told, ...tryLater(message, { ...at, pace: PACES[outcome.refusal.class], reason }) };
    }
  }
}

interface Delay {
  readonly now: Date;
  readonly spread: number;
  readonly pace: RetryPace;
  readonly reason: string;
  readonly mayHaveArrived?: boolean;
}

/** Back into the queue, unless it was tried too often or could not be recognised any more. */
export function tryLater(message: ClaimedMessage, { now, spread, pace, reason, mayHaveArrived }: Delay): Ending {
  // What certainly did not arrive, now or before, does not start the time in which a repetition is recognised.
  const firstSentAt = mayHaveArrived || message.wasSentBefore ? message.firstSentAt : null;
  const dueAt = retryAt({ now, attempts: message.attempts, pace, spread });
  return queuedUntil(message, { dueAt, firstSentAt, reason });
}

/** Back into the queue without having been tried: the quota is used up until then. */
export function waitForQuota(
  message: ClaimedMessage,
  until: Date,
  { now, spread }: Pick<Delay, 'now' | 'spread'>,
): Ending {
  const firstSentAt = message.wasSentBefore ? message.firstSentAt : null;
  const span = Math.min(until.getTime() - now.getTime(), 3_600_000);
  const dueAt = new Date(until.getTime() + (span / 6) * spread);
  return { ...queuedUntil(message, { dueAt, firstSentAt, reason: WAITS_FOR_QUOTA }), isUntried: true };
}
const WAITS_FOR_QUOTA = '微信的发送额度暂时用完，之后自动发送';

function queuedUntil(
  message: ClaimedMessage,
  { dueAt, firstSentAt, reason }: { dueAt: Date | null; firstSentAt: Date | null; reason: string },
): Ending {
  if (firstSentAt && (!dueAt || !isRecognised(firstSentAt, dueAt))) return { message, status: 'unknown', reason };
  return dueAt ? { message, status: 'queued', reason, dueAt, firstSentAt } : { message, status: 'failed', reason };
}
