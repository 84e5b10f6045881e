import { posterSvg } from '@/components/wechat/poster-svg';
import { getsWords, type InviteOffer, offerWords } from '@/lib/domain/invite-words';
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
export function ownPoster({ nickname, offer, qr, link }: OwnPoster): string {
  const gift = offer && offerWords(offer.invitee);
  return posterSvg({
    inviter: nickname,
    gift: gift && `新人${getsWords(gift)}`,
    qr: qr?.url ?? link,
    hint: qr ? `微信扫一扫，关注即加入（${shanghaiDay(qr.expiresAt)} 前有效）` : '扫一扫，打开邀请',
    link: link.replace(/^https?:\/\//, ''),
  });
}
