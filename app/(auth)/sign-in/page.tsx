import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Alert } from '@/components/ui/alert';
import { localRoute } from '@/lib/auth/local-route';
import { getViewer } from '@/lib/auth/viewer';
import { AuthPanel } from '../_components/auth-panel';
import { SignInForm } from '../_components/sign-in-form';
import { WechatSignIn } from '../_components/wechat-sign-in';

export const metadata: Metadata = { title: '登录' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl: asked, reset, wechat } = await searchParams;
  const callbackUrl = localRoute(asked);
  if (await getViewer()) redirect(callbackUrl);
  return (
    <AuthPanel
      title="登录"
      other={{ question: '还没有账号？', label: '免费注册', href: '/register' }}
      callbackUrl={callbackUrl}
    >
      {reset === 'done' && (
        <Alert tone="success" className="mb-6" role="status">
          密码已重设，所有设备上的登录都已退出。请用新密码登录。
        </Alert>
      )}
      {wechat === 'over' && (
        <Alert tone="warning" className="mb-6" role="status">
          这个浏览器里没有正在进行的微信登录：二维码 10 分钟内有效，可能已经过期。请重新点「微信登录」。
        </Alert>
      )}
      <SignInForm callbackUrl={callbackUrl} />
      <WechatSignIn callbackUrl={callbackUrl} />
    </AuthPanel>
  );
}
