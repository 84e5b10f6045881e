import type { Metadata } from 'next';
import { signOut } from '@/app/(auth)/actions';
import { NotFoundNotice } from '@/components/site/not-found-notice';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';

export const metadata: Metadata = { title: '没有找到页面' };

/** No route has this address, so no layout but the root's stands around it. */
export default function NotFound() {
  return (
    <>
      <SiteHeader signOut={signOut} />
      <main id="content" className="flex-1">
        <NotFoundNotice />
      </main>
      <SiteFooter />
    </>
  );
}
