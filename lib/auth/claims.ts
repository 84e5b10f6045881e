import 'server-only';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/lib/env';
import { sessionCookieName } from './session-cookie';

/** What a session's token says. It proves nothing until the account's row agrees. */
export interface SessionClaims {
  readonly accountId: number;
  /** Of the whole session, kept when its token is renewed. */
  readonly sessionId: string;
  readonly sessionVersion: number;
  readonly issuedAt: Date;
}

const tokenSchema = z
  .object({
    sub: z.coerce.number().int().positive(),
    sessionId: z.uuid(),
    sessionVersion: z.number().int().positive(),
    iat: z.number().int(),
  })
  .transform(
    (token): SessionClaims => ({
      accountId: token.sub,
      sessionId: token.sessionId,
      sessionVersion: token.sessionVersion,
      issuedAt: new Date(token.iat * 1000),
    }),
  );

/** The claims of a cookie's value; null when it is forged, damaged or out of date. */
export async function readClaims(token: string): Promise<SessionClaims | null> {
  try {
    const payload = await decode({ token, secret: env().AUTH_SECRET, salt: sessionCookieName() });
    return tokenSchema.safeParse(payload).data ?? null;
  } catch {
    return null;
  }
}
