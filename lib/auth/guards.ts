import 'server-only';
import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import type { AccountRole } from '@/lib/domain/account';
import { PATH_HEADER } from './request-path';
import { getViewer, type Viewer } from './viewer';

/** The signed-in account, or the sign-in page, which comes back to `from` (a local path). */
export async function requireViewer(from: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(from)}`);
}

/**
 * The signed-in administrator. Someone signed out gets the sign-in page, which comes back to the page that was asked
 * for; any other role gets the 403 page. Layouts, pages, reads and actions below /admin each ask for themselves.
 */
export async function requireAdmin(): Promise<Viewer & { readonly role: 'admin' }> {
  const from = (await headers()).get(PATH_HEADER) ?? '/admin';
  const viewer = await requireViewer(from);
  if (!hasRole(viewer, 'admin')) forbidden();
  return viewer;
}

const hasRole = <R extends AccountRole>(viewer: Viewer, role: R): viewer is Viewer & { readonly role: R } =>
  viewer.role === role;
