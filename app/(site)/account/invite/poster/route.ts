import { getViewer } from '@/lib/auth/viewer';
import { getOffer } from '@/lib/data/invites';
import { invitePath } from '@/lib/domain/invite-code';
import { inviteCodeOf } from '@/lib/services/invite/invite-code';
import { inviteQr } from '@/lib/services/invite/invite-qr';
import { siteUrl } from '@/lib/site-url';
import { viewerCtx } from '@/lib/viewer-ctx';
import { ownPoster } from '../_components/own-poster';

/** The viewer's own poster, to be looked at or, with `?download`, to be kept. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response('请先登录', { status: 401 });
  const ctx = await viewerCtx(viewer);
  const link = siteUrl(invitePath(await inviteCodeOf(ctx, viewer.id)));
  const [qr, offer] = await Promise.all([inviteQr(ctx), getOffer()]);
  const isDownload = new URL(request.url).searchParams.has('download');
  return new Response(ownPoster({ nickname: viewer.nickname, offer, qr, link }), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'private, no-store',
      ...(isDownload && { 'content-disposition': 'attachment; filename="luffycity-invite.svg"' }),
    },
  });
}
