import type { WechatContext } from './context';
import type { ChatEntry, User } from './state';

type Json = Readonly<Record<string, unknown>>;

/** All the sandbox knows of a user, for assertions. Times are ISO. */
export function userView(user: User): Json {
  return {
    id: user.id,
    nickname: user.nickname,
    openid: user.openid,
    unionid: user.unionid,
    following: user.followedAt !== null,
    followedAt: isoOrNull(user.followedAt),
    phonePath: `/phone/${user.id}`,
    faults: user.faults,
    windows: Object.fromEntries(
      [...user.windows].map(([kind, { until, left }]) => [kind, { until: iso(until), left }]),
    ),
    messages: messagesView(user),
    calls: callsView(user),
  };
}

/** What the account sent, oldest first; a refused or lost-before-arrival message is not in it. */
export function messagesView(user: User): Json[] {
  return user.chat.flatMap((entry) => (entry.from === 'account' ? [messageView(entry)] : []));
}

export function callsView(user: User): Json[] {
  return user.calls.map((call) => ({ ...call, at: iso(call.at) }));
}

export function appView({ config, store, runtime }: WechatContext): Json {
  const { currentToken, tokenCounts } = store.state;
  const view = (kind: 'plain' | 'stable') => ({
    fetched: tokenCounts[kind].fetched,
    issued: tokenCounts[kind].issued,
    valid: (currentToken[kind]?.endsAt ?? 0) > runtime.now(),
  });
  return {
    appId: config.appId,
    oauthDomains: config.oauthDomains,
    token: view('plain'),
    stableToken: view('stable'),
  };
}

function messageView({ at, msgid, content }: Extract<ChatEntry, { from: 'account' }>): Json {
  if (content.kind === 'text') return { at: iso(at), msgid, kind: 'text', text: content.text };
  const data = Object.fromEntries(content.fields.map(({ key, value }) => [key, value]));
  const { templateId, title, url, clientMsgId } = content;
  return { at: iso(at), msgid, kind: 'template', templateId, title, url, clientMsgId, data };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
