import { and, eq, gt, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { wechatToken } from '@/db/schema';
import type { TokenGrant } from '@/lib/gateways/wechat/gateway';

/** A token is not used in its last minute: a call made with it must still arrive in time. */
const MARGIN_SECONDS = 60;

const inSeconds = (seconds: number): SQL => sql`now() + make_interval(secs => ${seconds})`;

export type TokenKind = (typeof wechatToken.$inferSelect)['kind'];

/** The row of an app's token. Times are the database's: the clocks of processes may differ. */
export function tokenStore(db: Database, appId: string, kind: TokenKind) {
  const row = and(eq(wechatToken.appId, appId), eq(wechatToken.kind, kind));
  const lasts = gt(wechatToken.expiresAt, inSeconds(MARGIN_SECONDS));

  return {
    /** The token, if it lasts and is not the one that was refused. */
    usable: async (stale: string | null): Promise<string | null> => {
      const [found] = await db.select({ token: wechatToken.token }).from(wechatToken).where(and(row, lasts));
      return found?.token && found.token !== stale ? found.token : null;
    },

    /** Takes the lease, unless somebody holds it or has just brought a token that will do. */
    claim: async (leaseId: string, stale: string | null, seconds: number): Promise<boolean> => {
      await db.insert(wechatToken).values({ appId, kind }).onConflictDoNothing();
      const isFree = or(isNull(wechatToken.leasedUntil), lte(wechatToken.leasedUntil, sql`now()`));
      const willDo = and(lasts, stale === null ? undefined : ne(wechatToken.token, stale));
      const claimed = await db
        .update(wechatToken)
        .set({ leaseId, leasedUntil: inSeconds(seconds) })
        .where(and(row, isFree, sql`(${willDo}) is not true`))
        .returning({ appId: wechatToken.appId });
      return claimed.length > 0;
    },

    /** Gives the lease back, and keeps what was fetched. Whoever lost the lease meanwhile changes nothing. */
    end: async (leaseId: string, grant: TokenGrant | null): Promise<void> => {
      const kept = grant && {
        token: grant.token,
        expiresAt: inSeconds(grant.expiresInSeconds),
        fetches: sql`${wechatToken.fetches} + 1`,
      };
      await db
        .update(wechatToken)
        .set({ ...kept, leaseId: null, leasedUntil: null })
        .where(and(row, eq(wechatToken.leaseId, leaseId)));
    },
  };
}
