import type { Fen } from './money';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
/** Of the places within a group of four, and of the groups. */
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/** The amount in capital characters, as receipts carry it: 壹佰零伍元叁角整. Long, and hard to change with a pen. */
export function yuanWords(amount: Fen): string {
  if (amount === 0) return '零元整';
  const [yuan, jiao, fen] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10];
  const whole = yuan > 0 ? `${wholeWords(yuan)}元` : '';
  if (jiao === 0 && fen === 0) return `${whole}整`;
  // 壹元零伍分: the empty place between them is said.
  const tenths = jiao > 0 ? `${digit(jiao)}角` : whole && '零';
  return `${whole}${tenths}${fen > 0 ? `${digit(fen)}分` : '整'}`;
}

const digit = (value: number): string => DIGITS.charAt(value);

function wholeWords(yuan: number): string {
  let words = '';
  let rest = yuan;
  for (const group of GROUPS) {
    const value = rest % 10_000;
    if (value > 0) {
      // A gap before what was said so far: this group is round, or the one below begins with zeros.
      const lower = yuan % 10_000 ** GROUPS.indexOf(group);
      const hasGap = words !== '' && lower < 10_000 ** GROUPS.indexOf(group) / 10;
      words = `${groupWords(value)}${group}${hasGap ? '零' : ''}${words}`;
    }
    rest = Math.floor(rest / 10_000);
  }
  return words;
}

/** 1 to 9999; zeros inside are said once, zeros at the end not at all. */
function groupWords(value: number): string {
  let words = '';
  let isAfterZero = false;
  for (const place of [3, 2, 1, 0] as const) {
    const at = Math.floor(value / 10 ** place) % 10;
    if (at > 0) words += `${isAfterZero && words !== '' ? '零' : ''}${digit(at)}${PLACES[place]}`;
    isAfterZero = at === 0;
  }
  return words;
}
