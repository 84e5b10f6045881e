import type { ReactNode } from 'react';
import { signOut } from '@/app/(auth)/actions';
import { SiteFrame } from '@/components/site/site-frame';

export default function SiteLayout({ children }: { children: ReactNode }) {
  return <SiteFrame signOut={signOut}>{children}</SiteFrame>;
}
