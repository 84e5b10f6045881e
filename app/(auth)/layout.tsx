import { BadgeCheck, ClipboardCheck, PlayCircle } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { LogoMark } from '@/components/site/logo';
import { ThemeToggle } from '@/components/site/theme-toggle';

const PROMISES = [
  { icon: PlayCircle, text: '每门课都有免费试学小节，先听再买' },
  { icon: ClipboardCheck, text: '作业由导师逐份批改，学到能交付' },
  { icon: BadgeCheck, text: '支付宝付款，每一笔优惠逐项列明' },
] as const;

/** Nothing but the form and a way home; on a wide screen the school introduces itself beside it. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid flex-1 lg:grid-cols-2">
      <aside className="hidden bg-footer p-16 text-footer-foreground lg:flex lg:flex-col lg:justify-center">
        <div className="mx-auto grid max-w-md gap-8">
          <LogoMark className="size-16" />
          <p className="font-bold text-4xl leading-tight">
            把一门手艺
            <br />
            学到能交付
          </p>
          <ul className="grid gap-4 text-footer-muted">
            {PROMISES.map(({ icon: Icon, text }) => (
              <li key={text} className="flex items-center gap-3">
                <Icon aria-hidden className="size-5 shrink-0 text-primary" />
                {text}
              </li>
            ))}
          </ul>
        </div>
      </aside>
      <div className="flex flex-col">
        <header className="flex min-h-16 items-center justify-between px-4 sm:px-8">
          <Link href="/" className="flex min-h-11 items-center gap-2.5 font-bold text-lg tracking-wide">
            <LogoMark />
            路飞学城
          </Link>
          <ThemeToggle />
        </header>
        <main className="flex flex-1 items-start justify-center px-4 py-8 sm:items-center sm:px-8 sm:pb-24">
          <div className="w-full max-w-sm">{children}</div>
        </main>
      </div>
    </div>
  );
}
