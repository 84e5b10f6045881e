import 'server-only';
import { cookies } from 'next/headers';
import { secureCookies } from './session-cookie';

/** Longer than a ticket lives, so that its end can still be shown. */
const MAX_AGE_SECONDS = 30 * 60;

/** What a browser keeps that has begun to sign in by WeChat. */
export interface LoginCookie {
  /** With which alone its ticket is used up. */
  readonly secret: string;
  /** Where to go afterwards; a path, to be looked at again. */
  readonly callbackUrl: string;
}

// On every path: it comes to the page, to what the page asks again and again, and back from WeChat.
const nameOf = (): string => (secureCookies() ? '__Host-luffy.login' : 'luffy.login');

/** Only in an action or a route handler. Lax: the browser comes back from WeChat with it. */
export async function setLoginCookie({ secret, callbackUrl }: LoginCookie): Promise<void> {
  const value = `${secret}.${Buffer.from(callbackUrl).toString('base64url')}`;
  (await cookies()).set(nameOf(), value, attributes(MAX_AGE_SECONDS));
}

export async function forgetLoginCookie(): Promise<void> {
  (await cookies()).set(nameOf(), '', attributes(0));
}

export const readLoginCookie = async (): Promise<LoginCookie | null> => parse((await cookies()).get(nameOf())?.value);

/** The same for a route handler that is given its request. */
export function loginCookieOf(request: Request): LoginCookie | null {
  const prefix = `${nameOf()}=`;
  const all = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return parse(all.find((pair) => pair.startsWith(prefix))?.slice(prefix.length));
}

function parse(value: string | undefined): LoginCookie | null {
  const [, secret, path] = /^([A-Za-z0-9]{43})\.([\w-]{0,2000})$/.exec(value ?? '') ?? [];
  return secret ? { secret, callbackUrl: Buffer.from(path ?? '', 'base64url').toString() } : null;
}

const attributes = (maxAge: number) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies(), maxAge }) as const;
