import { redirect } from 'next/navigation';
import { readInviteCookie } from '@/lib/auth/invite-cookie';
import { localRoute } from '@/lib/auth/local-route';
import { forgetLoginCookie, readLoginCookie } from '@/lib/auth/login-cookie';
import { beginWechatSession } from '@/lib/auth/session';
import { adoptVisitorCart } from '@/lib/visitor-cart';

/**
 * Where a sign-in by WeChat ends: the ticket that a phone has confirmed is used up by the browser that began it. A
 * request from elsewhere can do no more than that: the secret is this browser's, and the account the phone's.
 */
export async function GET(): Promise<Response> {
  const begun = await readLoginCookie();
  if (!begun) redirect('/sign-in?wechat=over');
  const inviteCode = await readInviteCookie();
  const session = await beginWechatSession({ browserSecret: begun.secret, inviteCode });
  if (!session.ok) redirect(session.error.code === 'ACCOUNT_DISABLED' ? '/wechat/problem/disabled' : '/sign-in/wechat');
  await adoptVisitorCart(session.value);
  await forgetLoginCookie();
  redirect(localRoute(begun.callbackUrl));
}

/** Next answers HEAD with GET; whoever only looks must not use the ticket up. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { allow: 'GET' } });
