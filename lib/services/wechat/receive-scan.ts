import { err, type Failure } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type AskError, askWechat, type KnownPerson } from './ask-wechat';
import { claimTicket, rotateState } from './claim-ticket';
import { type BindTicket, type ConfirmSecret, type FoundTicket, findByState, type LoginTicket } from './find-ticket';
import { isDisabled } from './is-disabled';
import { isTakenElsewhere } from './is-taken-elsewhere';
import { recordAttempt } from './record-attempt';
import { hashToken, newToken } from './ticket-token';

/** What WeChat's OAuth brings back; without a code the person refused. */
export interface ScanInput {
  readonly state: string;
  readonly code: string | null;
  /** What this browser holds if it began a sign-in itself. */
  readonly browserSecret: string | null;
}

export type ScanError =
  | AskError
  | 'TICKET_FORGED'
  | 'TICKET_EXPIRED'
  | 'BINDING_REFUSED'
  | 'BINDING_TAKEN'
  | 'ACCOUNT_DISABLED';

export type Scanned =
  /** The person is to answer on the phone, with this secret. */
  | ({ readonly kind: 'confirm'; readonly purpose: FoundTicket['purpose'] } & ConfirmSecret)
  /** We know nothing of them: WeChat is to ask, and comes back with another state. */
  | { readonly kind: 'ask'; readonly url: string }
  /** They came back to the browser in which they began to sign in: it may go on at once. */
  | { readonly kind: 'confirmed' };

export type ScanResult =
  | { readonly ok: true; readonly value: Scanned }
  | {
      readonly ok: false;
      readonly error: Failure<ScanError>;
      /** The ticket, if there is one: the phone that scanned it before may still hold its secret. */
      readonly ticket: Pick<FoundTicket, 'id' | 'purpose'> | null;
    };

export const OAUTH_PATH = '/api/wechat/callback';

/**
 * Somebody came back from WeChat with a ticket. The ticket is checked before WeChat is asked and claimed after, by a
 * conditional UPDATE: of two phones, one goes on.
 */
export async function receiveScan(ctx: Ctx, input: ScanInput): Promise<ScanResult> {
  const ticket = await findByState(ctx, input.state);
  if (!ticket) {
    await recordAttempt(ctx, { attempt: 'forged', ticket });
    return { ...err('TICKET_FORGED'), ticket };
  }
  const scan = await scanned(ctx, ticket, input);
  if (typeof scan !== 'string') return { ok: true, value: scan };
  if (scan === 'TICKET_USED') await recordAttempt(ctx, { attempt: 'replayed', ticket });
  if (scan === 'BINDING_TAKEN') await recordAttempt(ctx, { attempt: 'taken', ticket });
  return { ...err(scan), ticket };
}

async function scanned(ctx: Ctx, ticket: FoundTicket, input: ScanInput): Promise<Scanned | ScanError> {
  const { state, code } = input;
  if (ticket.status !== 'waiting') return 'TICKET_USED';
  if (ticket.isExpired) return 'TICKET_EXPIRED';
  if (code === null) {
    return (await claimTicket(ctx, ticket, state, { status: 'refused' })) ? 'BINDING_REFUSED' : 'TICKET_USED';
  }
  const asked = await askWechat(ctx, { code, knownAs: ticket.wechatUserId });
  if (!asked.ok) return asked.error.code;
  const person = asked.value;
  if (person.isStranger) return askForName(ctx, ticket, state, person);
  return ticket.purpose === 'bind'
    ? scannedToBind(ctx, ticket, state, person)
    : scannedToSignIn(ctx, ticket, input, person);
}

async function askForName(ctx: Ctx, ticket: FoundTicket, state: string, { id }: KnownPerson) {
  const next = await rotateState(ctx, ticket, state, id);
  if (next === null) return 'TICKET_USED';
  const url = ctx.gateways.wechat.oauthUrl({ redirectPath: OAUTH_PATH, scope: 'snsapi_userinfo', state: next });
  return { kind: 'ask', url } as const;
}

async function scannedToBind(ctx: Ctx, ticket: BindTicket, state: string, person: KnownPerson) {
  if (await isTakenElsewhere(ctx, ticket, person)) {
    await claimTicket(ctx, ticket, state, { status: 'taken', wechatUserId: person.id });
    return 'BINDING_TAKEN';
  }
  return waitForAnswer(ctx, ticket, state, person);
}

async function scannedToSignIn(ctx: Ctx, ticket: LoginTicket, input: ScanInput, person: KnownPerson) {
  const { state, browserSecret } = input;
  const wechatUserId = person.id;
  if (await isDisabled(ctx, wechatUserId)) {
    await claimTicket(ctx, ticket, state, { status: 'refused', wechatUserId });
    return 'ACCOUNT_DISABLED';
  }
  // Another phone's browser has to ask its person first: someone may have sent them the address.
  const isSameBrowser = browserSecret !== null && hashToken(browserSecret) === ticket.browserHash;
  if (!isSameBrowser) return waitForAnswer(ctx, ticket, state, person);
  const isClaimed = await claimTicket(ctx, ticket, state, { status: 'confirmed', wechatUserId });
  return isClaimed ? ({ kind: 'confirmed' } as const) : 'TICKET_USED';
}

async function waitForAnswer(ctx: Ctx, ticket: FoundTicket, state: string, { id: wechatUserId }: KnownPerson) {
  const confirm = newToken();
  const set = { status: 'scanned', wechatUserId, confirmHash: hashToken(confirm) } as const;
  if (!(await claimTicket(ctx, ticket, state, set))) return 'TICKET_USED';
  return { kind: 'confirm', purpose: ticket.purpose, ticketId: ticket.id, confirm } as const;
}
