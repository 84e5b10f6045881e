import { z } from 'zod';

const MOST_CHARACTERS = 40;

/** A coupon's code as it is typed: full-width letters, small ones and blanks around or inside it mean the same code. */
export const typedCodeSchema = z
  .string('请填写兑换码')
  .max(1000, '兑换码不正确')
  .transform((text) => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase())
  .refine((text) => text !== '', '请填写兑换码')
  .refine((text) => text.length <= MOST_CHARACTERS, '兑换码不正确');
