'use client';

import { BookOpen, ReceiptText, UserRound } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu } from 'radix-ui';
import { useMe } from '@/components/queries/me';
import { Button } from '@/components/ui/button';

const ITEMS = [
  { href: '/learn', label: '我的学习', icon: BookOpen },
  { href: '/orders', label: '我的订单', icon: ReceiptText },
  { href: '/account', label: '账号设置', icon: UserRound },
] as const;

const ITEM =
  'flex min-h-11 w-full items-center gap-3 rounded-md px-3 outline-none data-highlighted:bg-muted [&_svg]:text-muted-foreground';

/** A plain link to the account, which asks for a sign-in; a menu as soon as the person is known. */
export function AccountMenu() {
  const viewer = useMe()?.viewer;
  if (!viewer) {
    return (
      <Button asChild variant="secondary" size="sm" className="px-3">
        <Link href="/account" prefetch={false}>
          登录
        </Link>
      </Button>
    );
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button variant="ghost" className="max-w-32 px-2" aria-label={`账号菜单:${viewer.nickname}`}>
          <span
            aria-hidden
            className="flex size-8 shrink-0 items-center justify-center rounded-full bg-primary font-semibold text-primary-foreground text-sm"
          >
            {Array.from(viewer.nickname)[0]}
          </span>
          <span className="truncate max-sm:sr-only">{viewer.nickname}</span>
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={8}
          className="z-50 w-52 rounded-lg border bg-card p-2 text-card-foreground shadow-card"
        >
          {ITEMS.map(({ href, label, icon: Icon }) => (
            <DropdownMenu.Item key={href} asChild>
              <Link href={href} prefetch={false} className={ITEM}>
                <Icon aria-hidden className="size-5" />
                {label}
              </Link>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
