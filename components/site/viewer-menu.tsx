'use client';

import { useQueryClient } from '@tanstack/react-query';
import { BookOpen, LayoutDashboard, LogOut, ReceiptText, Ticket, UserRound } from 'lucide-react';
import Link from 'next/link';
import { DropdownMenu } from 'radix-ui';
import { startTransition } from 'react';
import { ME_KEY } from '@/components/queries/me';
import { ViewerName } from './viewer-button';

const ITEMS = [
  { href: '/learn', label: '我的学习', icon: BookOpen },
  { href: '/orders', label: '我的订单', icon: ReceiptText },
  { href: '/account/coupons', label: '我的优惠券', icon: Ticket },
  { href: '/account', label: '账号设置', icon: UserRound },
] as const;
const ADMIN_ITEM = { href: '/admin', label: '管理后台', icon: LayoutDashboard } as const;

const ITEM =
  'flex min-h-11 w-full items-center gap-3 rounded-md px-3 outline-none data-highlighted:bg-muted [&_svg]:text-muted-foreground';

interface ViewerMenuProps {
  nickname: string;
  role: string;
  signOut: () => Promise<void>;
}

/** The menu of someone signed in, open: it is loaded when it is asked for. */
export function ViewerMenu({ nickname, role, signOut }: ViewerMenuProps) {
  const queryClient = useQueryClient();
  const items = role === 'admin' ? [ADMIN_ITEM, ...ITEMS] : ITEMS;
  const leave = async () => {
    try {
      await signOut();
    } finally {
      // It leads to the home page, where one may be already.
      await queryClient.invalidateQueries({ queryKey: ME_KEY });
    }
  };
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>
        <ViewerName nickname={nickname} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={8}
          className="z-50 w-52 rounded-lg border bg-card p-2 text-card-foreground shadow-card"
        >
          {items.map(({ href, label, icon: Icon }) => (
            <DropdownMenu.Item key={href} asChild>
              <Link href={href} prefetch={false} className={ITEM}>
                <Icon aria-hidden className="size-5" />
                {label}
              </Link>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="my-2 h-px bg-border" />
          <DropdownMenu.Item className={ITEM} onSelect={() => startTransition(leave)}>
            <LogOut aria-hidden className="size-5" />
            退出登录
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
