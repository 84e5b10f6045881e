import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

export interface SiteFrameProps {
  signOut: () => Promise<void>;
}

/** What stands around every page of the site. Holds nothing personal, so that the pages inside may be static. */
export function SiteFrame({ signOut, children }: SiteFrameProps & { children: ReactNode }) {
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-md bg-primary px-4 py-2 text-primary-foreground focus:not-sr-only focus:absolute focus:z-50"
      >
        跳到正文
      </a>
      <SiteHeader signOut={signOut} />
      <main id="content" className="flex-1">
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
