import { randomInt } from 'node:crypto';
import { shanghaiDay } from '@/lib/domain/shanghai-day';

const DIGITS = 12;

/** The number of a copy: the day in Shanghai and twelve digits nobody can guess. */
export const couponNumber = (now: Date): string =>
  `C${shanghaiDay(now).replaceAll('-', '')}${String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')}`;
