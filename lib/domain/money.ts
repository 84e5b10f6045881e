// Types only: browsers load this file, and a schema library weighs more than all of a page's own script.
import type { z } from 'zod';

/** Integer fen (0.01 元), never negative. */
export type Fen = number & z.core.$brand<'Fen'>;

/** Whole 贝里, never negative. 10 贝里 = 1 元. */
export type Beli = number & z.core.$brand<'Beli'>;

const FEN_PER_YUAN = 100;
export const FEN_PER_BELI = 10;

/** A checked amount; throws on fractions and negatives, which are always a bug. */
export function fen(amount: number): Fen {
  if (!isFen(amount)) throw new RangeError(`${amount} is no amount in fen`);
  return amount;
}
export function beli(amount: number): Beli {
  if (!isBeli(amount)) throw new RangeError(`${amount} is no number of 贝里`);
  return amount;
}

const isWhole = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;
const isFen = (amount: number): amount is Fen => isWhole(amount);
const isBeli = (amount: number): amount is Beli => isWhole(amount);

export const ZERO_FEN = fen(0);
export const ZERO_BELI = beli(0);

export const addFen = (...amounts: readonly Fen[]): Fen => fen(amounts.reduce((sum, amount) => sum + amount, 0));
/** Throws when the result would be negative. */
export const subtractFen = (from: Fen, ...amounts: readonly Fen[]): Fen => fen(from - addFen(...amounts));
export const minFen = (first: Fen, ...rest: readonly Fen[]): Fen => fen(Math.min(first, ...rest));
export const beliToFen = (amount: Beli): Fen => fen(amount * FEN_PER_BELI);

/** `¥1,234.50`: what people read. */
export function formatYuan(amount: number): string {
  const sign = amount < 0 ? '-' : '';
  const [whole = '0', cents = '00'] = yuanText(Math.abs(amount)).split('.');
  return `${sign}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** `1234.50`: a decimal string as gateways and forms write it; digits only, no float on the way. */
export function yuanText(amount: number): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads `12`, `12.3`, `12.34` as fen; anything else (signs, exponents, a third decimal) is null. */
export function parseYuan(text: string): Fen | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  return fen(Number(match[1]) * FEN_PER_YUAN + Number((match[2] ?? '').padEnd(2, '0')));
}
