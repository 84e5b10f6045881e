'use client';

import { UserRound } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useMe } from '@/components/queries/me';
import { Button } from '@/components/ui/button';
import { ViewerButton } from './viewer-button';

/** A plain link to the account, which asks for a sign-in; more as soon as it is known who is there. */
export function AccountMenu({ signOut }: { signOut: () => Promise<void> }) {
  const me = useMe();
  const pathname = usePathname();
  if (!me) return <AccountLink />;
  if (me.viewer) return <ViewerButton {...me.viewer} signOut={signOut} />;
  return (
    <Button asChild variant="secondary" size="sm" className="px-3">
      <Link href={{ pathname: '/sign-in', query: { callbackUrl: pathname } }} prefetch={false}>
        登录
      </Link>
    </Button>
  );
}

function AccountLink() {
  return (
    <Button asChild variant="ghost" size="icon">
      <Link href="/account" prefetch={false} aria-label="账号">
        <UserRound aria-hidden className="size-5" />
      </Link>
    </Button>
  );
}
