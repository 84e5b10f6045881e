import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { localRoute } from '@/lib/auth/local-route';
import { getViewer } from '@/lib/auth/viewer';
import { AuthPanel } from '../_components/auth-panel';
import { RegisterForm } from '../_components/register-form';
import { WechatSignIn } from '../_components/wechat-sign-in';

export const metadata: Metadata = { title: '注册' };

export default async function RegisterPage({ searchParams }: PageProps<'/register'>) {
  const { callbackUrl: asked } = await searchParams;
  const callbackUrl = localRoute(asked);
  if (await getViewer()) redirect(callbackUrl);
  return (
    <AuthPanel
      title="注册"
      other={{ question: '已有账号？', label: '直接登录', href: '/sign-in' }}
      callbackUrl={callbackUrl}
    >
      <RegisterForm callbackUrl={callbackUrl} />
      <WechatSignIn callbackUrl={callbackUrl} />
    </AuthPanel>
  );
}
