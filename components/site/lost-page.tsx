import type { ReactNode } from 'react';
import { Notice } from './notice';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

export interface LostPageProps {
  signOut: () => Promise<void>;
}

/** A page that stands in for another one, in the site's frame. */
export function LostPage({ code, title, signOut, children }: LostPageProps & LostPageText) {
  return (
    <>
      <SiteHeader signOut={signOut} />
      <main id="content" className="flex-1">
        <Notice code={code} title={title}>
          {children}
        </Notice>
      </main>
      <SiteFooter />
    </>
  );
}

interface LostPageText {
  code: string;
  title: string;
  children: ReactNode;
}
