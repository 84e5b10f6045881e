import { FileDown, UserPlus } from 'lucide-react';
import type { Metadata } from 'next';
import { Button } from '@/components/ui/button';
import { Card, CardTitle } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { POSTER_SIZE } from '@/components/wechat/poster-svg';
import { QrCode } from '@/components/wechat/qr-code';
import { ShareCard } from '@/components/wechat/share-card';
import { requireViewer } from '@/lib/auth/guards';
import { findOwnInvites } from '@/lib/data/invites';
import { invitePath } from '@/lib/domain/invite-code';
import { ownInvitesPath, readInvitePage } from '@/lib/domain/invite-page';
import { invitationCard } from '@/lib/domain/invite-words';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { inviteCodeOf } from '@/lib/services/invite/invite-code';
import { type InviteQr, inviteQr } from '@/lib/services/invite/invite-qr';
import { siteUrl } from '@/lib/site-url';
import { viewerCtx } from '@/lib/viewer-ctx';
import { AccountFrame } from '../_components/account-frame';
import { CopyLink } from './_components/copy-link';
import { FriendItem } from './_components/friend-item';
import { InviteRule } from './_components/invite-rule';
import { SavePoster } from './_components/save-poster';

export const metadata: Metadata = { title: '邀请好友', robots: { index: false } };

const POSTER = '/account/invite/poster';

export default async function InvitePage({ searchParams }: PageProps<'/account/invite'>) {
  const page = readInvitePage(await searchParams);
  const viewer = await requireViewer(ownInvitesPath(page));
  const ctx = await viewerCtx(viewer);
  const link = siteUrl(invitePath(await inviteCodeOf(ctx, viewer.id)));
  const [qr, invites] = await Promise.all([inviteQr(ctx), findOwnInvites(ctx.db, viewer.id, page)]);
  return (
    <AccountFrame current="/account/invite" aside={<InviteRule invites={invites} />}>
      <ShareCard {...invitationCard(viewer.nickname)} path={null} />
      <div className="grid min-w-0 gap-8">
        <LinkCard link={link} qr={qr} />
        <PosterCard />
        <section className="grid gap-4">
          <h2 className="font-semibold text-lg">谁加入了</h2>
          {invites.friends.length === 0 ? (
            <EmptyState icon={UserPlus} title={page === 1 ? '还没有好友加入' : '这一页没有好友'}>
              把链接、二维码或海报发给朋友，TA 注册或关注后会出现在这里。
            </EmptyState>
          ) : (
            <ul className="divide-y rounded-lg border bg-card text-card-foreground">
              {invites.friends.map((friend) => (
                <FriendItem key={friend.id} friend={friend} />
              ))}
            </ul>
          )}
          <Pagination page={page} pageCount={invites.pageCount} hrefOf={ownInvitesPath} />
        </section>
      </div>
    </AccountFrame>
  );
}

function LinkCard({ link, qr }: { link: string; qr: InviteQr | null }) {
  return (
    <Card className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <div className="grid content-start gap-3">
        <CardTitle className="mb-0">我的邀请链接</CardTitle>
        <p className="text-muted-foreground text-sm">
          朋友打开链接后 30 天内注册或用微信登录，就算是你邀请的。在微信里打开这一页，点右上角「···」可以直接转发。
        </p>
        <CopyLink link={link} />
      </div>
      <figure className="grid justify-items-center gap-2">
        <QrCode text={qr?.url ?? link} label={qr ? '我的邀请二维码，微信扫码关注' : '我的邀请链接的二维码'} />
        <figcaption className="text-center text-muted-foreground text-sm">
          {qr ? (
            <>
              微信扫一扫，关注即加入
              <span className="block tabular-nums">{shanghaiDay(qr.expiresAt)} 前有效，到期前自动更新</span>
            </>
          ) : (
            '微信暂时没有给出公众号二维码，先用链接的二维码'
          )}
        </figcaption>
      </figure>
    </Card>
  );
}

function PosterCard() {
  return (
    <Card className="grid gap-6 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <div className="grid content-start gap-3">
        <CardTitle className="mb-0">我的海报</CardTitle>
        <p className="text-muted-foreground text-sm">保存后发到朋友圈或打印出来，上面的二维码就是你的邀请码。</p>
        <div className="flex flex-wrap gap-2">
          <SavePoster href={POSTER} {...POSTER_SIZE} />
          <Button asChild variant="secondary">
            <a href={`${POSTER}?download=1`} download>
              <FileDown aria-hidden className="size-4" />
              下载 SVG
            </a>
          </Button>
        </div>
      </div>
      {/* An SVG of our own, drawn for this viewer alone: there is nothing to optimise. */}
      {/* oxlint-disable-next-line next/no-img-element */}
      <img
        src={POSTER}
        alt="我的邀请海报"
        {...POSTER_SIZE}
        className="mx-auto h-auto w-48 rounded-lg border sm:w-full"
      />
    </Card>
  );
}
