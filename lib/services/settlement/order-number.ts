import { randomInt } from 'node:crypto';
import { shanghaiDay } from '@/lib/domain/shanghai-day';

const DIGITS = 12;

/** The day in Shanghai and twelve digits nobody can guess: sorts by day, tells nothing about how much is sold. */
export const orderNumber = (now: Date): string =>
  shanghaiDay(now).replaceAll('-', '') + String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
