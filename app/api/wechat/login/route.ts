import { loginCookieOf } from '@/lib/auth/login-cookie';
import { createCtx } from '@/lib/context';
import { newsOf } from '@/lib/domain/wechat-ticket';
import { requestLogOf } from '@/lib/request-log';
import { findByBrowser } from '@/lib/services/wechat/find-ticket';

/** What became of the sign-in that this browser began, for the page that shows its QR. */
export async function GET(request: Request): Promise<Response> {
  const secret = loginCookieOf(request)?.secret;
  const ctx = createCtx({ kind: 'visitor' }, requestLogOf(request));
  const ticket = secret === undefined ? null : await findByBrowser(ctx, secret);
  const headers = { 'cache-control': 'no-store' };
  return ticket
    ? Response.json(newsOf(ticket), { headers })
    : Response.json({ error: 'NOT_FOUND' }, { status: 404, headers });
}
