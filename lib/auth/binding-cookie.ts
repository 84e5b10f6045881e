import 'server-only';
import { cookies } from 'next/headers';
import type { TicketPurpose } from '@/lib/domain/wechat-ticket';
import { secureCookies } from './session-cookie';

/** Longer than a ticket lives, so that its end can still be shown. */
const MAX_AGE_SECONDS = 30 * 60;

// Not __Host-: that would forbid the path, which keeps one ticket's secret from another ticket's page.
const nameOf = (): string => (secureCookies() ? '__Secure-luffy.binding' : 'luffy.binding');

interface Scanned {
  readonly id: number;
  readonly purpose: TicketPurpose;
}

/** Where a phone answers a ticket. */
export const ticketPath = ({ id, purpose }: Scanned) => `/wechat/${purpose}/${id}` as const;

/** The Set-Cookie that gives the phone that scanned the secret with which it may answer; letters and digits only. */
export function bindingCookie(ticket: Scanned, secret: string): string {
  const attributes = [`Path=${ticketPath(ticket)}`, `Max-Age=${MAX_AGE_SECONDS}`, 'HttpOnly', 'SameSite=Lax'];
  if (secureCookies()) attributes.push('Secure');
  return `${nameOf()}=${secret}; ${attributes.join('; ')}`;
}

/** The secret this phone holds for the page it is on. */
export const readBindingSecret = async (): Promise<string | null> => (await cookies()).get(nameOf())?.value ?? null;
