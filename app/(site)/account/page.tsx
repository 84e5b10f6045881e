import type { Metadata } from 'next';
import { Card, CardTitle } from '@/components/ui/card';
import { getProfile } from '@/lib/data/account';
import { AccountFrame } from './_components/account-frame';
import { CompleteAccount } from './_components/complete-account';
import { IdentityCard } from './_components/identity-card';
import { ProfileForm } from './_components/profile-form';

export const metadata: Metadata = { title: '个人资料' };

export default async function AccountPage() {
  const profile = await getProfile('/account');
  return (
    <AccountFrame current="/account" aside={<IdentityCard profile={profile} />}>
      <div className="grid gap-6">
        {!(profile.isNamed && profile.hasPassword) && <CompleteAccount profile={profile} />}
        <Card>
          <CardTitle>个人资料</CardTitle>
          <ProfileForm nickname={profile.nickname} bio={profile.bio} email={profile.email ?? ''} />
        </Card>
      </div>
    </AccountFrame>
  );
}
