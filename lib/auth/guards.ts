import 'server-only';
import { redirect } from 'next/navigation';
import { getViewer, type Viewer } from './viewer';

/** The signed-in account, or the sign-in page, which comes back to `from` (a local path). */
export async function requireViewer(from: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(from)}`);
}
