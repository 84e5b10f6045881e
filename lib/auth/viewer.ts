import 'server-only';
import { and, eq, isNull, notExists } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { cache } from 'react';
import type { Db } from '@/db/client';
import { account, endedSession } from '@/db/schema';
import { database } from '@/lib/context';
import type { AccountRole } from '@/lib/domain/account';
import { readClaims, type SessionClaims } from './claims';
import { sessionCookieName } from './session-cookie';

/** The account a request belongs to, as the database knows it now. */
export interface Viewer {
  readonly id: number;
  readonly username: string;
  readonly nickname: string;
  readonly role: AccountRole;
  readonly sessionVersion: number;
}

/** The account of a session, unless the session was signed out of or ended, or the account disabled, since it began. */
export async function findViewer(db: Db, claims: SessionClaims): Promise<Viewer | null> {
  const ended = db.select().from(endedSession).where(eq(endedSession.sessionId, claims.sessionId));
  const [row] = await db
    .select({
      id: account.id,
      username: account.username,
      nickname: account.nickname,
      role: account.role,
      sessionVersion: account.sessionVersion,
    })
    .from(account)
    .where(
      and(
        eq(account.id, claims.accountId),
        eq(account.sessionVersion, claims.sessionVersion),
        isNull(account.disabledAt),
        notExists(ended),
      ),
    );
  return row ?? null;
}

/** Once a request. A request without a session cookie reaches no database. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (token === undefined) return null;
  const claims = await readClaims(token);
  return claims && findViewer(database(), claims);
});
