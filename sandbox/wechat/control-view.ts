import type { WechatContext } from './context';
import { QUOTA_KINDS, usedNow } from './quotas';
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
    permits: Object.fromEntries(user.permits),
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

/** What the account's server was told of the user, oldest first, with every attempt. */
export function pushesView(user: User): Json[] {
  return user.pushes.map(({ id, name, xml, attempts, nextAt }) => {
    const last = attempts.at(-1);
    return {
      id,
      event: name,
      xml,
      mode: last?.mode ?? null,
      url: last?.url ?? null,
      body: last?.body ?? null,
      status: last?.status ?? null,
      reply: last?.reply ?? null,
      outcome: last?.outcome ?? null,
      reason: last?.reason ?? null,
      retries: Math.max(0, attempts.length - 1),
      done: nextAt === null,
      attempts: attempts.map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
    };
  });
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
    server: config.server === null ? null : { url: config.server.url, mode: store.state.pushMode },
  };
}

/** Per kind: the limits, and what was used today and in this minute. */
export function quotasView({ store, runtime }: WechatContext): Json {
  const { quotas, permanentQrs } = store.state;
  const views = QUOTA_KINDS.map((kind) => [kind, { ...quotas[kind].limit, ...usedNow(quotas[kind], runtime.now()) }]);
  return { ...Object.fromEntries(views), permanentQrs: permanentQrs.size };
}

function messageView({ at, msgid, content }: Extract<ChatEntry, { from: 'account' }>): Json {
  const base = { at: iso(at), msgid, kind: content.kind };
  switch (content.kind) {
    case 'text':
    case 'reply':
    case 'system':
      return { ...base, text: content.text };
    case 'news':
      return { ...base, articles: content.articles };
    case 'subscribe':
    case 'template': {
      const { templateId, title, url, undelivered } = content;
      const data = Object.fromEntries(content.fields.map(({ key, value }) => [key, value]));
      const clientMsgId = content.kind === 'template' ? { clientMsgId: content.clientMsgId } : {};
      return { ...base, templateId, title, url, ...clientMsgId, data, delivered: !undelivered };
    }
  }
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
