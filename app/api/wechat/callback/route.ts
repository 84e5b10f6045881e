import { bindingCookie, ticketPath } from '@/lib/auth/binding-cookie';
import { loginCookieOf } from '@/lib/auth/login-cookie';
import { createCtx } from '@/lib/context';
import type { ScanProblem } from '@/lib/domain/wechat-ticket';
import { errorFields } from '@/lib/logger';
import { requestLogOf } from '@/lib/request-log';
import { receiveScan, type ScanError, type Scanned } from '@/lib/services/wechat/receive-scan';
import { readCallback } from './read-callback';

const PROBLEMS = {
  TICKET_FORGED: 'forged',
  TICKET_EXPIRED: 'expired',
  TICKET_USED: 'used',
  BINDING_REFUSED: 'refused',
  BINDING_TAKEN: 'taken',
  ACCOUNT_DISABLED: 'disabled',
  WECHAT_SNAPSHOT: 'snapshot',
  WECHAT_UNAVAILABLE: 'unavailable',
} as const satisfies Record<ScanError, ScanProblem>;

/**
 * Where WeChat's OAuth brings somebody who scanned a QR or signs in. Every answer leads on to an address without the
 * code and the state, which may be loaded again as often as one likes.
 */
export async function GET(request: Request): Promise<Response> {
  const log = requestLogOf(request);
  const asked = readCallback(new URL(request.url).searchParams);
  if (!asked) return goTo('/wechat/problem/forged');
  try {
    const browserSecret = loginCookieOf(request)?.secret ?? null;
    const scan = await receiveScan(createCtx({ kind: 'system' }, log), { ...asked, browserSecret });
    if (scan.ok) return goOn(scan.value);
    const { error, ticket } = scan;
    // Used: the phone that used it may still hold its secret, and that page tells it apart from any other.
    if (error.code === 'TICKET_USED' && ticket !== null) return goTo(ticketPath(ticket));
    return goTo(`/wechat/problem/${PROBLEMS[error.code]}`);
  } catch (error) {
    log.error({ error: errorFields(error) }, 'WeChat callback failed');
    return goTo('/wechat/problem/unavailable');
  }
}

function goOn(scanned: Scanned): Response {
  switch (scanned.kind) {
    case 'ask':
      return goTo(scanned.url);
    case 'confirmed':
      return goTo('/sign-in/wechat/done');
    case 'confirm': {
      const ticket = { id: scanned.ticketId, purpose: scanned.purpose };
      return goTo(ticketPath(ticket), { 'set-cookie': bindingCookie(ticket, scanned.confirm) });
    }
  }
}

/** Next answers HEAD with GET; whoever only looks must not use the ticket up. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { allow: 'GET' } });

const goTo = (location: string, more: Record<string, string> = {}): Response =>
  new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...more },
  });
