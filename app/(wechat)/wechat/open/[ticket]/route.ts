import { bindingCookie, ticketPath } from '@/lib/auth/binding-cookie';
import { createCtx } from '@/lib/context';
import { ticketIdOf } from '@/lib/domain/ticket-id';
import { requestLogOf } from '@/lib/request-log';
import { findByConfirm } from '@/lib/services/wechat/find-ticket';
import { recordAttempt } from '@/lib/services/wechat/record-attempt';

/**
 * The link in the chat after a scan: the phone gets the secret as a cookie, and goes on to an address without it.
 * Opening it again is the same: what became of the ticket stands on its page.
 */
export async function GET(request: Request, { params }: RouteContext<'/wechat/open/[ticket]'>): Promise<Response> {
  const ticketId = ticketIdOf((await params).ticket);
  const given = new URL(request.url).searchParams.getAll('k');
  const [confirm = ''] = given;
  if (ticketId === null || given.length !== 1 || !/^[A-Za-z0-9]{43}$/.test(confirm)) {
    return goTo('/wechat/problem/forged');
  }
  const ctx = createCtx({ kind: 'visitor' }, requestLogOf(request));
  const ticket = await findByConfirm(ctx, { ticketId, confirm });
  if (ticket) return goTo(ticketPath(ticket), { 'set-cookie': bindingCookie(ticket, confirm) });
  await recordAttempt(ctx, { attempt: 'stolen', ticket });
  return goTo('/wechat/problem/used');
}

/** Next answers HEAD with GET; whoever only looks needs no secret. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { allow: 'GET' } });

const goTo = (location: `/wechat/${string}`, more: Record<string, string> = {}): Response =>
  new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...more },
  });
