import { isShown, type WechatEvent } from './events';
import { NO_FAULTS } from './faults';
import { known } from './known';
import type { State, User } from './state';
import { openWindow } from './windows';

const CALLS_KEPT = 200;

export type UserEvent = Extract<WechatEvent, { userId: string }>;

/** Folds in an event of a user who exists. */
export function applyUserEvent(user: User, event: UserEvent): void {
  switch (event.type) {
    case 'user.followed':
      user.followedAt = event.at;
      user.followScene = event.scene;
      user.windows.set('follow', openWindow('follow', event.at));
      return;
    case 'user.unfollowed':
      user.followedAt = null;
      user.windows.clear();
      return;
    case 'user.scanned':
      user.windows.set('scan', openWindow('scan', event.at));
      return;
    case 'user.said':
      user.windows.set('text', openWindow('text', event.at));
      user.chat.push({ from: 'user', at: event.at, text: event.text });
      return;
    case 'user.clicked':
      user.windows.set('menu', openWindow('menu', event.at));
      return;
    case 'user.permits':
      answerPermits(user, event);
      return;
    case 'user.read':
      user.unread = 0;
      return;
    case 'user.faults':
      user.faults = event.faults;
      return;
    case 'user.called':
      user.calls = [...user.calls.slice(1 - CALLS_KEPT), event.call];
      return;
    case 'message.sent':
      deliver(user, event);
  }
}

export function createUser(state: State, { user, at }: Extract<WechatEvent, { type: 'user.created' }>): void {
  state.openids.set(user.openid, user.id);
  state.users.set(user.id, {
    ...user,
    createdAt: at,
    followedAt: null,
    followScene: null,
    faults: NO_FAULTS,
    windows: new Map(),
    chat: [],
    unread: 0,
    permits: new Map(),
    calls: [],
    pushes: [],
  });
}

/** Each yes in the dialog is one message; a no in the settings takes back all. */
function answerPermits(user: User, { answers, via }: Extract<WechatEvent, { type: 'user.permits' }>): void {
  for (const { templateId, accepted } of answers) {
    if (accepted && via === 'popup') user.permits.set(templateId, (user.permits.get(templateId) ?? 0) + 1);
    if (!accepted && via === 'change') user.permits.delete(templateId);
  }
}

function deliver(user: User, { at, msgid, content }: Extract<WechatEvent, { type: 'message.sent' }>): void {
  user.chat.push({ from: 'account', at, msgid, content });
  if (isShown(content)) user.unread += 1;
  if (content.kind === 'subscribe') user.permits.set(content.templateId, known(user.permits, content.templateId) - 1);
  if (content.kind === 'text') known(user.windows, content.window).left -= 1;
}
