import 'server-only';
import { cookies } from 'next/headers';
import { readInviteCode } from '@/lib/domain/invite-code';
import { secureCookies } from './session-cookie';

/** As long as an invitation is remembered by a browser. */
const MAX_AGE_SECONDS = 30 * 24 * 60 * 60;

const nameOf = (): string => (secureCookies() ? '__Host-luffy.invite' : 'luffy.invite');

/** The Set-Cookie by which a browser remembers who invited it; a later invitation takes the place of an earlier one. */
export function inviteCookie(code: string): string {
  const attributes = ['Path=/', `Max-Age=${MAX_AGE_SECONDS}`, 'HttpOnly', 'SameSite=Lax'];
  if (secureCookies()) attributes.push('Secure');
  return `${nameOf()}=${code}; ${attributes.join('; ')}`;
}

/** The code of the invitation this browser came by; null: none. Whose it is must be looked up. */
export const readInviteCookie = async (): Promise<string | null> =>
  readInviteCode((await cookies()).get(nameOf())?.value);

/** The browser forgets the invitation: it has led to an account. Only in an action or a route. */
export async function forgetInvite(): Promise<void> {
  const jar = await cookies();
  jar.set(nameOf(), '', { path: '/', maxAge: 0, httpOnly: true, sameSite: 'lax', secure: secureCookies() });
}
