import 'server-only';
import { cookies } from 'next/headers';
import { createCtx, database } from '@/lib/context';
import type { SignInInput } from '@/lib/domain/credentials';
import { ok, type Result } from '@/lib/errors';
import { endSession } from '@/lib/services/account/end-session';
import type { WechatSignInInput } from '@/lib/services/account/sign-in-by-wechat';
import { readClaims, type SessionClaims } from './claims';
import { nextAuth, type SignInRefusal, SignInRefused, WECHAT_PROVIDER } from './next-auth';
import { SESSION_SECONDS, sessionCookieName } from './session-cookie';
import { findViewer, type Viewer } from './viewer';

// Only in an action or a route handler: a page cannot set cookies.

const DAY_MS = 24 * 60 * 60 * 1000;

/** Checks the password and gives the browser a new session. */
export const beginSession = ({ username, password }: SignInInput): Promise<Result<Viewer, SignInRefusal>> =>
  begin('credentials', { username, password });

/** Uses up the ticket that a phone has confirmed and gives the browser that began it a session. */
export const beginWechatSession = (input: WechatSignInInput): Promise<Result<Viewer, SignInRefusal>> =>
  begin(WECHAT_PROVIDER, {
    browserSecret: input.browserSecret,
    ...(input.inviteCode === null ? {} : { inviteCode: input.inviteCode }),
  });

async function begin(
  provider: string,
  credentials: Readonly<Record<string, string>>,
): Promise<Result<Viewer, SignInRefusal>> {
  try {
    await nextAuth.signIn(provider, { ...credentials, redirect: false, redirectTo: '/' });
  } catch (error) {
    if (error instanceof SignInRefused) return { ok: false, error: error.failure };
    throw error;
  }
  // Whose session it is says the cookie that was set, never what was typed.
  const claims = await currentClaims();
  const viewer = claims && (await findViewer(database(), claims));
  if (!viewer) throw new Error('next-auth set no session');
  return ok(viewer);
}

/** Ends the browser's session, if there is one: the cookie goes, and a copy of it is worth nothing. */
export async function endCurrentSession(): Promise<void> {
  const claims = await currentClaims();
  if (claims) {
    const { sessionId } = claims;
    await endSession(createCtx({ kind: 'visitor' }), { sessionId, lifeSeconds: SESSION_SECONDS });
  }
  await nextAuth.signOut({ redirect: false, redirectTo: '/' });
}

/** Puts off the end of a session that is in use, once a day. */
export async function renewSession(now = new Date()): Promise<void> {
  const claims = await currentClaims();
  if (claims && now.getTime() - claims.issuedAt.getTime() > DAY_MS) await nextAuth.unstable_update({});
}

async function currentClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token === undefined ? null : readClaims(token);
}
