import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { localRoute } from '@/lib/auth/local-route';
import { getViewer } from '@/lib/auth/viewer';
import { AuthPanel } from '../_components/auth-panel';
import { SignInForm } from '../_components/sign-in-form';

export const metadata: Metadata = { title: '登录' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl: asked } = await searchParams;
  const callbackUrl = localRoute(asked);
  if (await getViewer()) redirect(callbackUrl);
  return (
    <AuthPanel
      title="登录"
      other={{ question: '还没有账号？', label: '免费注册', href: '/register' }}
      callbackUrl={callbackUrl}
    >
      <SignInForm callbackUrl={callbackUrl} />
    </AuthPanel>
  );
}
