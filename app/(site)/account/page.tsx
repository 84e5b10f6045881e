import type { Metadata } from 'next';
import { Card, CardTitle } from '@/components/ui/card';
import { getProfile } from '@/lib/data/account';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { AccountFrame } from './_components/account-frame';
import { ProfileForm } from './_components/profile-form';

export const metadata: Metadata = { title: '个人资料' };

export default async function AccountPage() {
  const profile = await getProfile('/account');
  return (
    <AccountFrame current="/account">
      <Card>
        <CardTitle>个人资料</CardTitle>
        <dl className="mb-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
          <dt className="text-muted-foreground">用户名</dt>
          <dd>{profile.username}</dd>
          <dt className="text-muted-foreground">注册于</dt>
          <dd className="tabular-nums">{shanghaiDay(profile.createdAt)}</dd>
        </dl>
        <ProfileForm nickname={profile.nickname} bio={profile.bio} email={profile.email ?? ''} />
      </Card>
    </AccountFrame>
  );
}
