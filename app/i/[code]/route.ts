import { inviteCookie } from '@/lib/auth/invite-cookie';
import { localRoute } from '@/lib/auth/local-route';
import { getInvitation } from '@/lib/data/invites';

/** Where an invitation's link leads: the browser remembers it, and goes on to what it is about, or to `to`. */
export async function GET(request: Request, { params }: RouteContext<'/i/[code]'>): Promise<Response> {
  const to = new URL(request.url).searchParams.get('to');
  const invitation = await getInvitation((await params).code);
  if (!invitation) return goTo(to === null ? '/#invite-unknown' : localRoute(to));
  const { code } = invitation;
  return goTo(to === null ? `/invite/${code}` : localRoute(to), { 'set-cookie': inviteCookie(code) });
}

const goTo = (location: string, more: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', ...more } });
