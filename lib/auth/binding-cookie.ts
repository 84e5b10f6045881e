import 'server-only';
import { cookies } from 'next/headers';
import { secureCookies } from './session-cookie';

/** Longer than a ticket lives, so that its end can still be shown. */
const MAX_AGE_SECONDS = 30 * 60;

// Not __Host-: that would forbid the path, which keeps one ticket's secret from another ticket's page.
const nameOf = (): string => (secureCookies() ? '__Secure-luffy.binding' : 'luffy.binding');

/** Where a phone answers a ticket. */
export const bindingPath = (ticketId: number) => `/wechat/bind/${ticketId}` as const;

/** Gives the phone that scanned the secret with which it may answer. Only in a route handler or an action. */
export async function giveBindingSecret(ticketId: number, secret: string): Promise<void> {
  (await cookies()).set(nameOf(), secret, {
    path: bindingPath(ticketId),
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies(),
    maxAge: MAX_AGE_SECONDS,
  });
}

/** The secret this phone holds for the page it is on. */
export const readBindingSecret = async (): Promise<string | null> => (await cookies()).get(nameOf())?.value ?? null;
