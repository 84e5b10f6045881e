import { bindingCookie, bindingPath } from '@/lib/auth/binding-cookie';
import { createCtx } from '@/lib/context';
import type { ScanProblem } from '@/lib/domain/wechat-ticket';
import { errorFields } from '@/lib/logger';
import { requestLogOf } from '@/lib/request-log';
import { receiveScan, type ScanError } from '@/lib/services/wechat/receive-scan';
import { readCallback } from './read-callback';

const PROBLEMS = {
  TICKET_FORGED: 'forged',
  TICKET_EXPIRED: 'expired',
  TICKET_USED: 'used',
  BINDING_REFUSED: 'refused',
  BINDING_TAKEN: 'taken',
  WECHAT_SNAPSHOT: 'snapshot',
  WECHAT_UNAVAILABLE: 'unavailable',
} as const satisfies Record<ScanError, ScanProblem>;

/**
 * Where WeChat's OAuth brings a phone that scanned a binding QR. Every answer leads on to a page without the code and
 * the state in its address, which may be loaded again as often as one likes.
 */
export async function GET(request: Request): Promise<Response> {
  const log = requestLogOf(request);
  const asked = readCallback(new URL(request.url).searchParams);
  if (!asked) return goTo('/wechat/problem/forged');
  try {
    const scan = await receiveScan(createCtx({ kind: 'system' }, log), asked);
    if (scan.ok) {
      const { ticketId, confirm } = scan.value;
      return goTo(bindingPath(ticketId), { 'set-cookie': bindingCookie(ticketId, confirm) });
    }
    const { error, ticketId } = scan;
    // Used: the phone that used it may still hold its secret, and that page tells it apart from any other.
    if (error.code === 'TICKET_USED' && ticketId !== null) return goTo(bindingPath(ticketId));
    return goTo(`/wechat/problem/${PROBLEMS[error.code]}`);
  } catch (error) {
    log.error({ error: errorFields(error) }, 'WeChat callback failed');
    return goTo('/wechat/problem/unavailable');
  }
}

/** Next answers HEAD with GET; whoever only looks must not use the ticket up. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { allow: 'GET' } });

const goTo = (location: `/wechat/${string}`, more: Record<string, string> = {}): Response =>
  new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...more },
  });
