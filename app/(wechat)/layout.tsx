import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { LogoMark } from '@/components/site/logo';

export const metadata: Metadata = { robots: { index: false } };

/** Pages that open inside WeChat on a phone: one thing at a time, and nothing that leads away from it. */
export default function WechatLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-1 flex-col px-4">
      <header className="flex min-h-16 items-center justify-center gap-2.5 font-bold text-lg tracking-wide">
        <LogoMark />
        路飞学城
      </header>
      <main className="grid flex-1 content-start pt-6 pb-12">{children}</main>
    </div>
  );
}
