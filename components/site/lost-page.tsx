import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

export interface LostPageProps {
  signOut: () => Promise<void>;
}

/** The site's frame around a notice that stands in for a page, where no layout stands around it. */
export function LostPage({ signOut, children }: LostPageProps & { children: ReactNode }) {
  return (
    <>
      <SiteHeader signOut={signOut} />
      <main id="content" className="flex-1">
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
