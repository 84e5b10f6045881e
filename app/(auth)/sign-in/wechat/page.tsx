import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { QrCode } from '@/components/wechat/qr-code';
import { localRoute } from '@/lib/auth/local-route';
import { readLoginCookie } from '@/lib/auth/login-cookie';
import { getViewer } from '@/lib/auth/viewer';
import { createCtx } from '@/lib/context';
import { newsOf } from '@/lib/domain/wechat-ticket';
import { requestLog } from '@/lib/request-log';
import { findByBrowser } from '@/lib/services/wechat/find-ticket';
import { loginUrl } from '@/lib/services/wechat/open-login-ticket';
import { AuthPanel } from '../../_components/auth-panel';
import { LiveLogin } from './_components/live-login';

export const metadata: Metadata = { title: '微信登录', robots: { index: false } };

/** The QR of the sign-in that this browser has begun, and what becomes of it. Loading it again begins no other. */
export default async function WechatSignInPage() {
  const begun = await readLoginCookie();
  const callbackUrl = localRoute(begun?.callbackUrl);
  if (await getViewer()) redirect(callbackUrl);
  if (!begun) redirect('/sign-in?wechat=over');
  const ctx = createCtx({ kind: 'visitor' }, await requestLog());
  const ticket = await findByBrowser(ctx, begun.secret);
  return (
    <AuthPanel
      title="微信登录"
      other={{ question: '也可以用', label: '用户名和密码', href: '/sign-in' }}
      callbackUrl={callbackUrl}
    >
      <LiveLogin
        key={ticket?.id}
        initial={ticket ? newsOf(ticket) : { status: 'expired', nickname: null }}
        callbackUrl={callbackUrl}
      >
        <QrCode text={loginUrl(ctx, begun.secret)} label="登录的二维码，10 分钟内有效" />
        <p className="text-muted-foreground text-sm">打开微信扫一扫，在手机上确认。第一次来的会得到一个新账号。</p>
      </LiveLogin>
    </AuthPanel>
  );
}
