import 'server-only';
import { randomUUID } from 'node:crypto';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { createCtx } from '@/lib/context';
import { signInSchema } from '@/lib/domain/credentials';
import { env } from '@/lib/env';
import type { Failure } from '@/lib/errors';
import { logger } from '@/lib/logger';
import { requestLog } from '@/lib/request-log';
import { signIn } from '@/lib/services/account/sign-in';
import { signInByWechat, type WechatSignInError } from '@/lib/services/account/sign-in-by-wechat';
import { clientAddress } from './client-address';
import { SESSION_SECONDS, secureCookies, sessionCookieName } from './session-cookie';

declare module 'next-auth' {
  interface User {
    sessionVersion: number;
  }
}

export type SignInRefusal = 'WRONG_CREDENTIALS' | 'THROTTLED' | WechatSignInError;

/** Thrown through next-auth to carry the service's answer out of it. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly failure: Failure<SignInRefusal>) {
    super();
  }
}

const password = Credentials({
  async authorize(credentials, request) {
    const input = signInSchema.parse(credentials);
    const ctx = createCtx({ kind: 'visitor' }, await requestLog());
    const result = await signIn(ctx, { ...input, address: clientAddress(request.headers) });
    if (!result.ok) throw new SignInRefused(result.error);
    return { id: String(result.value.accountId), sessionVersion: result.value.sessionVersion };
  },
});

/** What the `wechat` provider is asked with. */
export const WECHAT_PROVIDER = 'wechat';
const ticketSchema = z.object({ browserSecret: z.string().min(1), inviteCode: z.string().optional() });

/** A one-time ticket that a phone has confirmed, in the place of a password. */
const wechat = Credentials({
  id: WECHAT_PROVIDER,
  credentials: { browserSecret: {}, inviteCode: {} },
  async authorize(credentials) {
    const { browserSecret, inviteCode = null } = ticketSchema.parse(credentials);
    const ctx = createCtx({ kind: 'visitor' }, await requestLog());
    const result = await signInByWechat(ctx, { browserSecret, inviteCode });
    if (!result.ok) throw new SignInRefused(result.error);
    return { id: String(result.value.accountId), sessionVersion: result.value.sessionVersion };
  },
});

function config(): NextAuthConfig {
  const secure = secureCookies();
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    providers: [password, wechat],
    secret: env().AUTH_SECRET,
    // The host matters to next-auth's own pages only, and none is reachable.
    trustHost: true,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      // Where to go next is the actions' business: this one is gone as soon as it is set.
      callbackUrl: { name: 'luffy.callback-url', options: { ...options, maxAge: 0 } },
    },
    callbacks: {
      // What a renewal asks for is not heard: claims are made at sign-in only.
      jwt: ({ token, user }) =>
        user ? { ...token, sessionVersion: user.sessionVersion, sessionId: randomUUID() } : token,
    },
    logger: {
      error: (error) => {
        if (!(error instanceof SignInRefused)) logger().error({ code: error.name }, 'next-auth failed');
      },
      warn: (code) => logger().warn({ code }, 'next-auth warns'),
      debug: () => {},
    },
  };
}

/** Lazy, so that a build needs no environment. Called from the server only; see lib/auth/session.ts. */
export const nextAuth = NextAuth(config);
