import { posterSvg } from '@/components/wechat/poster-svg';
import type { InviteOffer } from '@/lib/domain/invite-words';
import { offerWords } from '@/lib/domain/invite-words';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { InviteQr } from '@/lib/services/invite/invite-qr';

interface OwnPoster {
  readonly nickname: string;
  readonly offer: InviteOffer | null;
  /** Null: WeChat gave none, and the code says the link instead. */
  readonly qr: InviteQr | null;
  readonly link: string;
}

/** The poster of one's own invitations. */
export const ownPoster = ({ nickname, offer, qr, link }: OwnPoster): string =>
  posterSvg({
    inviter: nickname,
    gift: offer && offerWords(offer.invitee),
    qr: qr?.url ?? link,
    hint: qr ? `微信扫一扫，关注即加入（${shanghaiDay(qr.expiresAt)} 前有效）` : '扫一扫，打开邀请',
    link: link.replace(/^https?:\/\//, ''),
  });
