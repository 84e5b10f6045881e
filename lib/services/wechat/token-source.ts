import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import type { TokenGrant, TokenSource, WechatOutcome } from '@/lib/gateways/wechat/gateway';
import { type TokenKind, tokenStore } from './token-store';

/** Fetches from the platform; `force` makes it issue a new token, which it allows 20 times a day. */
type FetchToken = (force: boolean) => Promise<WechatOutcome<TokenGrant>>;

interface Options {
  readonly kind?: TokenKind;
  /** How long a fetch is believed to be under way: longer than the platform may take to answer twice. */
  readonly leaseSeconds?: number;
}

const LEASE_SECONDS = 20;
const PAUSE_MS = 50;

/**
 * The one token of an app and kind, kept in PostgreSQL for every process. Whoever finds it missing claims a lease and fetches;
 * the others wait for the row to change, until the lease of a holder that died runs out. No transaction is open meanwhile.
 */
export function databaseTokenSource(
  db: Database,
  appId: string,
  fetchToken: FetchToken,
  { kind = 'access', leaseSeconds = LEASE_SECONDS }: Options = {},
): TokenSource {
  const store = tokenStore(db, appId, kind);

  async function obtain(stale: string | null): Promise<WechatOutcome<string>> {
    // Two leases: whoever holds one, and then whoever takes over, have had their time.
    for (let waited = 0; waited < leaseSeconds * 2000; waited += PAUSE_MS) {
      const known = await store.usable(stale);
      if (known !== null) return { kind: 'ok', value: known };
      const leaseId = randomUUID();
      if (await store.claim(leaseId, stale, leaseSeconds)) return fetchAndKeep(leaseId, stale);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return { kind: 'unsent', reason: 'no access token in time' };
  }

  /** The platform may already have a newer one than `stale`; only if it has not is a new one forced. */
  async function fetchAndKeep(leaseId: string, stale: string | null): Promise<WechatOutcome<string>> {
    let kept: TokenGrant | null = null;
    try {
      const asked = await fetchToken(false);
      const grant = asked.kind === 'ok' && asked.value.token === stale ? await fetchToken(true) : asked;
      if (grant.kind !== 'ok') return grant;
      if (grant.value.token === stale) return { kind: 'unsent', reason: 'the platform gives no newer access token' };
      kept = grant.value;
      return { kind: 'ok', value: kept.token };
    } finally {
      await store.end(leaseId, kept);
    }
  }

  // Of all that ask in this process at the same time, one looks.
  const asking = new Map<string | null, Promise<WechatOutcome<string>>>();
  const once = (stale: string | null): Promise<WechatOutcome<string>> => {
    const running = asking.get(stale);
    if (running) return running;
    const begun = obtain(stale).finally(() => asking.delete(stale));
    asking.set(stale, begun);
    return begun;
  };

  return { current: () => once(null), renew: (stale) => once(stale) };
}
