import type { Metadata } from 'next';
import { signOut } from '@/app/(auth)/actions';
import { Card, CardTitle } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { getProfile } from '@/lib/data/account';
import { AccountFrame } from '../_components/account-frame';
import { EndSessionsForm } from '../_components/end-sessions-form';
import { FirstPasswordForm } from '../_components/first-password-form';
import { PasswordForm } from '../_components/password-form';

export const metadata: Metadata = { title: '安全设置' };

export default async function SecurityPage() {
  const { username, hasPassword } = await getProfile('/account/security');
  return (
    <AccountFrame current="/account/security" aside={<SessionsCard />}>
      <Card>
        <CardTitle>{hasPassword ? '修改密码' : '设置登录密码'}</CardTitle>
        {hasPassword ? <PasswordForm username={username} /> : <FirstPasswordForm username={username} />}
      </Card>
    </AccountFrame>
  );
}

function SessionsCard() {
  return (
    <Card>
      <CardTitle>登录状态</CardTitle>
      <p className="mb-4 text-muted-foreground">
        怀疑有人用过你的账号？退出所有设备（包括这一台），之后需要重新登录。修改密码会退出其他设备。
      </p>
      <div className="flex flex-wrap gap-3">
        <form action={signOut}>
          <SubmitButton variant="secondary">退出登录</SubmitButton>
        </form>
        <EndSessionsForm />
      </div>
    </Card>
  );
}
