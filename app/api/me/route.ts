import { renewSession } from '@/lib/auth/session';
import { getMe } from '@/lib/data/me';

/** What the header shows of the person: shared pages are static and hold none of it. */
export async function GET(): Promise<Response> {
  const me = await getMe();
  // Every page asks for this, so a session lives on while the site is used.
  if (me.viewer) await renewSession();
  return Response.json(me, { headers: { 'cache-control': 'no-store' } });
}
