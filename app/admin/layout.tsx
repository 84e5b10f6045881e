import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { signOut } from '@/app/(auth)/actions';
import { AdminShell } from '@/components/admin/admin-shell';
import { requireAdmin } from '@/lib/auth/guards';

export const metadata: Metadata = {
  title: { default: '管理后台 · 路飞学城', template: '%s · 管理后台' },
  robots: { index: false, follow: false },
};

/** A courtesy to the pages inside: each of them and everything it reads asks for the administrator again. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { nickname } = await requireAdmin();
  return (
    <AdminShell nickname={nickname} signOut={signOut}>
      {children}
    </AdminShell>
  );
}
