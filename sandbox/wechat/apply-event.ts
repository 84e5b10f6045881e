import { applyUserEvent, createUser, type UserEvent } from './apply-user-event';
import type { QueuedPush, WechatEvent } from './events';
import { known } from './known';
import { countUse } from './quotas';
import type { AccessToken, State } from './state';

const PUSHES_KEPT = 100;

/** Folds one event in. It never decides: what is in the journal has happened. */
export function applyEvent(state: State, event: WechatEvent): void {
  switch (event.type) {
    case 'user.created':
      createUser(state, event);
      return;
    case 'token.issued':
      issueToken(state, event);
      return;
    case 'token.fetched':
      state.tokenCounts[event.kind].fetched += 1;
      return;
    case 'token.ended':
      endToken(known(state.tokens, event.token), event.at, event.because === 'replaced');
      return;
    case 'qr.created':
      state.qrCodes.set(event.qr.key, event.qr);
      if (event.qr.expiresAt === null) state.permanentQrs.set(event.qr.scene, event.qr);
      countUse(state.quotas.qrcode, event.at);
      return;
    case 'menu.changed':
      state.menu = event.menu;
      if (event.menu !== null) countUse(state.quotas.menu, event.at);
      return;
    case 'ticket.issued':
      state.jsapiTickets.push({ ticket: event.ticket, expiresAt: event.expiresAt });
      return;
    case 'quota.limit':
      state.quotas[event.kind].limit = event.limit;
      return;
    case 'calls.faults':
      state.callFaults.set(event.path, event.faults);
      return;
    case 'push.queued':
      queuePush(state, event.push);
      return;
    case 'push.attempted':
      notePush(state, event);
      return;
    case 'server.mode':
      state.pushMode = event.mode;
      return;
    case 'code.granted':
      state.codes.set(event.grant.code, { ...event.grant, at: event.at, used: false });
      return;
    case 'code.used':
      startSession(state, event);
      return;
    case 'oauth.refreshed':
      refreshSession(state, event);
      return;
    default:
      countMessage(state, event);
      applyUserEvent(known(state.users, event.userId), event);
  }
}

function issueToken(state: State, event: Extract<WechatEvent, { type: 'token.issued' }>): void {
  const previous = state.currentToken[event.kind];
  if (previous !== null) endToken(previous, event.previousEndsAt, true);
  const token = { kind: event.kind, token: event.token, endsAt: event.expiresAt, replaced: false };
  state.tokens.set(event.token, token);
  state.currentToken[event.kind] = token;
  const counts = state.tokenCounts[event.kind];
  counts.issued += 1;
  if (event.kind === 'plain' || event.forced) counts.limited.push(event.at);
}

/** Only a token cut short is "not latest" afterwards: one that ran its time is simply expired. */
function endToken(token: AccessToken, at: number, replaced: boolean): void {
  if (at >= token.endsAt) return;
  token.endsAt = at;
  token.replaced = replaced;
}

const COUNTED = { text: 'custom', template: 'template', subscribe: 'subscribe' } as const;

/** Passive replies and WeChat's own words count against nothing. */
function countMessage(state: State, event: UserEvent): void {
  if (event.type !== 'message.sent') return;
  const { kind } = event.content;
  if (kind === 'text' || kind === 'template' || kind === 'subscribe') countUse(state.quotas[COUNTED[kind]], event.at);
}

function queuePush(state: State, queued: QueuedPush): void {
  const push = { ...queued, attempts: [], nextAt: queued.dueAt };
  state.openPushes.set(push.id, push);
  const user = known(state.users, push.userId);
  user.pushes = [...user.pushes.slice(1 - PUSHES_KEPT), push];
}

function notePush(state: State, event: Extract<WechatEvent, { type: 'push.attempted' }>): void {
  const push = known(state.openPushes, event.pushId);
  push.attempts.push(event.attempt);
  push.nextAt = event.nextAt;
  if (event.nextAt === null) state.openPushes.delete(push.id);
}

function startSession(state: State, event: Extract<WechatEvent, { type: 'code.used' }>): void {
  const grant = known(state.codes, event.code);
  grant.used = true;
  const { at, accessToken, refreshToken } = event;
  const session = { grant, refreshToken, startedAt: at, accessToken, accessGivenAt: at };
  state.sessions.set(accessToken, session);
  state.refreshable.set(refreshToken, session);
}

function refreshSession(state: State, event: Extract<WechatEvent, { type: 'oauth.refreshed' }>): void {
  const session = known(state.refreshable, event.refreshToken);
  session.accessToken = event.accessToken;
  session.accessGivenAt = event.at;
  state.sessions.set(event.accessToken, session);
}
