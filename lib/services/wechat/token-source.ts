import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { wechatToken } from '@/db/schema';
import type { TokenGrant, TokenSource, WechatOutcome } from '@/lib/gateways/wechat/gateway';

/** Fetches from the platform; `force` makes it issue a new token, which it allows 20 times a day. */
type FetchToken = (force: boolean) => Promise<WechatOutcome<TokenGrant>>;

/** A token is not used in its last minute: a call made with it must still arrive in time. */
const MARGIN_SECONDS = 60;
/** Longer than the platform may take to answer: after it, whoever held the lease is gone. */
const LEASE_SECONDS = 15;
const PAUSE_MS = 50;

/**
 * The one token of an app, kept in PostgreSQL for every process. Whoever finds it missing claims a lease by a
 * conditional UPDATE and fetches; the others wait for the row to change. No transaction is open during the call.
 */
export function databaseTokenSource(db: Database, appId: string, fetchToken: FetchToken): TokenSource {
  const store = tokenStore(db, appId);

  async function obtain(stale: string | null): Promise<WechatOutcome<string>> {
    const giveUpAt = Date.now() + LEASE_SECONDS * 2000;
    while (Date.now() < giveUpAt) {
      const known = await store.usable();
      if (known !== null && known !== stale) return { kind: 'ok', value: known };
      if (await store.claim()) return fetchAndStore(stale);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return { kind: 'unknown', reason: 'no access token in time' };
  }

  /** The platform may already have a newer one than `stale`; only if it has not is a new one forced. */
  async function fetchAndStore(stale: string | null): Promise<WechatOutcome<string>> {
    try {
      const asked = await fetchToken(false);
      const grant = asked.kind === 'ok' && asked.value.token === stale ? await fetchToken(true) : asked;
      if (grant.kind !== 'ok') return grant;
      await store.put(grant.value);
      return { kind: 'ok', value: grant.value.token };
    } finally {
      await store.release();
    }
  }

  return { current: () => obtain(null), renew: (stale) => obtain(stale) };
}

function tokenStore(db: Database, appId: string) {
  const row = and(eq(wechatToken.appId, appId), eq(wechatToken.kind, 'access'));
  return {
    usable: async (): Promise<string | null> => {
      const [found] = await db
        .select({ token: wechatToken.token })
        .from(wechatToken)
        .where(and(row, sql`${wechatToken.expiresAt} > now() + make_interval(secs => ${MARGIN_SECONDS})`));
      return found?.token ?? null;
    },

    claim: async (): Promise<boolean> => {
      await db.insert(wechatToken).values({ appId, kind: 'access' }).onConflictDoNothing();
      const claimed = await db
        .update(wechatToken)
        .set({ leasedUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
        .where(and(row, or(isNull(wechatToken.leasedUntil), lt(wechatToken.leasedUntil, sql`now()`))))
        .returning({ appId: wechatToken.appId });
      return claimed.length > 0;
    },

    put: async ({ token, expiresInSeconds }: TokenGrant): Promise<void> => {
      const expiresAt = sql`now() + make_interval(secs => ${expiresInSeconds})`;
      await db
        .update(wechatToken)
        .set({ token, expiresAt, fetches: sql`${wechatToken.fetches} + 1` })
        .where(row);
    },

    release: async (): Promise<void> => {
      await db.update(wechatToken).set({ leasedUntil: null }).where(row);
    },
  };
}
