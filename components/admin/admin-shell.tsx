import { Store } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { LogoMark } from '@/components/site/logo';
import { ThemeToggle } from '@/components/site/theme-toggle';
import { Button } from '@/components/ui/button';
import { AdminNav } from './admin-nav';
import { NavSheet } from './nav-sheet';
import { QuickJump } from './quick-jump';
import { SignOutButton } from './sign-out-button';

interface AdminShellProps {
  /** Who is signed in, as the top bar shows it. */
  nickname: string;
  signOut: () => Promise<void>;
  children: ReactNode;
}

/** What every page of the dashboard stands in: a bar on top, the navigation on the left from 1024 px, else behind a button. */
export function AdminShell({ nickname, signOut, children }: AdminShellProps) {
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-md bg-primary px-4 py-2 text-primary-foreground focus:not-sr-only focus:absolute focus:z-50"
      >
        跳到正文
      </a>
      <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b bg-card px-4 text-card-foreground">
        <NavSheet />
        <Link href="/admin" prefetch={false} className="mr-auto flex min-h-11 items-center gap-2.5 font-semibold">
          <LogoMark className="size-7" />
          <span>
            路飞学城 <span className="font-normal text-muted-foreground max-xs:sr-only">管理后台</span>
          </span>
        </Link>
        <span className="truncate px-2 text-muted-foreground text-sm max-sm:sr-only">{nickname}</span>
        <QuickJump />
        <ThemeToggle />
        <Button asChild variant="ghost" size="icon" aria-label="去网站">
          <Link href="/" prefetch={false}>
            <Store aria-hidden className="size-5" />
          </Link>
        </Button>
        <SignOutButton signOut={signOut} />
      </header>
      <div className="flex flex-1">
        <aside className="sticky top-14 h-[calc(100dvh-3.5rem)] w-52 shrink-0 overflow-y-auto border-r bg-card p-3 pt-5 text-sm max-lg:hidden">
          <AdminNav />
        </aside>
        <main id="content" className="min-w-0 flex-1 px-4 pb-16 sm:px-6">
          <div className="mx-auto max-w-7xl">{children}</div>
        </main>
      </div>
    </>
  );
}
