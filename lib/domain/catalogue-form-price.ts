import { z } from 'zod';
import { VALID_DAYS } from './catalogue';
import { idField, versionField, yuanField } from './catalogue-form';

const isValidDays = (days: number): boolean => VALID_DAYS.some((each) => each === days);

/** A new period of a product, in days, with its price. */
export const newPriceSchema = z.object({
  productId: idField,
  validDays: z.string('请选择有效期').transform(Number).pipe(z.number().refine(isValidDays, '请选择有效期')),
  price: yuanField('价格'),
});
export type NewPriceInput = z.output<typeof newPriceSchema>;

export const priceSchema = z.object({
  productId: idField,
  id: idField,
  version: versionField,
  price: yuanField('价格'),
});
export type PriceInput = z.output<typeof priceSchema>;

/** Takes a price out of sale, or puts it back. */
export const priceOfferSchema = z.object({
  productId: idField,
  id: idField,
  offered: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
});
export type PriceOfferInput = z.output<typeof priceOfferSchema>;
