import { clean, cut } from '@/lib/domain/message-text';
import { qrPath } from './qr-path';

export const POSTER_SIZE = { width: 750, height: 1120 } as const;

interface Poster {
  /** Who invites. */
  readonly inviter: string;
  /** What the invited get, in a few words; null: nothing at the moment. */
  readonly gift: string | null;
  /** What the QR says. */
  readonly qr: string;
  /** Below the QR. */
  readonly hint: string;
  /** At the foot: the link for those who cannot scan. */
  readonly link: string;
}

const MOST_LETTERS = 12;
const GIFT_LETTERS = 26;
const FONT = `font-family="system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"`;
const QR_SIDE = 380;

/** Text is someone's own: nothing of it may become markup. */
const xml = (text: string): string =>
  clean(text).replace(/[<>&"']/g, (character) => `&#${String(character.codePointAt(0))};`);

function line(text: string, y: number, size: number, fill: string, weight = 400): string {
  return `<text x="375" y="${y}" text-anchor="middle" font-size="${size}" font-weight="${weight}" fill="${fill}">${xml(text)}</text>`;
}

const HAT =
  '<g transform="translate(325 84) scale(2.5)"><path d="M11.5 23.5c0-7 3.6-11.5 8.5-11.5s8.5 4.5 8.5 11.5z" fill="#f5a623"/><path d="M11.6 20.6h16.8c.1 1 .1 1.9.1 2.9h-17c0-1 0-1.9.1-2.9z" fill="#d64531"/><path d="M5 25.2c0-1.2 4.5-2.2 6.5-2.2h17c2 0 6.5 1 6.5 2.2 0 1.8-6.5 3.3-15 3.3S5 27 5 25.2z" fill="#f5a623"/></g>';

/** The poster of an invitation: one SVG without anything from outside. */
export function posterSvg({ inviter, gift, qr, hint, link }: Poster): string {
  const { side, path } = qrPath(qr, 'M');
  const scale = QR_SIDE / side;
  const { width, height } = POSTER_SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${FONT}>`,
    `<rect width="${width}" height="${height}" fill="#14213d"/><circle cx="375" cy="-150" r="430" fill="#1d2f57"/>`,
    HAT,
    line('路飞学城', 236, 40, '#f5a623', 700),
    line(cut(inviter, MOST_LETTERS), 330, 52, '#ffffff', 700),
    line('邀请你一起学编程', 396, 40, '#ffffff'),
    gift === null ? '' : giftBand(gift),
    `<rect x="165" y="530" width="420" height="420" rx="24" fill="#ffffff"/>`,
    `<path transform="translate(185 550) scale(${scale})" d="${path}" fill="#000000" shape-rendering="crispEdges"/>`,
    line(hint, 1006, 30, '#ffffff', 600),
    line(link, 1062, 24, '#b3bdd1'),
    '</svg>',
  ].join('');
}

const giftBand = (gift: string): string =>
  `<rect x="75" y="434" width="600" height="64" rx="32" fill="#f5a623"/>${line(cut(gift, GIFT_LETTERS), 476, 28, '#14213d', 700)}`;
