import type { Metadata } from 'next';
import { Alert } from '@/components/ui/alert';
import { RESET_CODE_MINUTES, RESET_CODES_A_DAY, RESET_CODES_A_QUARTER } from '@/lib/domain/account-limits';
import { AuthPanel } from '../../_components/auth-panel';
import { ResetForm } from '../_components/reset-form';

export const metadata: Metadata = { title: '重设密码', robots: { index: false } };

export default async function ResetPage({ searchParams }: PageProps<'/forgot-password/code'>) {
  const { username } = await searchParams;
  return (
    <AuthPanel
      title="重设密码"
      other={{ question: '没有收到？', label: '重新发送', href: '/forgot-password' }}
      callbackUrl="/"
    >
      <Alert className="mb-6">
        如果这个账号绑定了微信，验证码已经发到微信，{RESET_CODE_MINUTES}{' '}
        分钟内有效。请在微信里查看「路飞学城」的消息。一个账号 15 分钟内最多发 {RESET_CODES_A_QUARTER} 条，24 小时内最多{' '}
        {RESET_CODES_A_DAY} 条。
      </Alert>
      <ResetForm username={typeof username === 'string' ? username.slice(0, 100) : ''} />
    </AuthPanel>
  );
}
