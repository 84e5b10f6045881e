import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Card, CardTitle } from '@/components/ui/card';
import type { Profile } from '@/lib/data/account';
import { UsernameForm } from './username-form';

/** What an account still lacks that WeChat brought. */
export function CompleteAccount({ profile }: { profile: Profile }) {
  return (
    <Card className="grid gap-5">
      <div>
        <CardTitle>完善账号</CardTitle>
        <p className="text-muted-foreground">
          你是用微信登录的。设置用户名和密码之后，没有微信也能登录，还可以换绑其他微信。
        </p>
      </div>
      {!profile.isNamed && <UsernameForm current={profile.username} />}
      {!profile.hasPassword && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t pt-5">
          <p>还没有登录密码</p>
          <Button asChild variant="secondary">
            <Link href="/account/security">设置密码</Link>
          </Button>
        </div>
      )}
    </Card>
  );
}
