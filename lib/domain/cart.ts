import { z } from 'zod';
import { flagField, idField, MALFORMED } from './form-fields';

/** How many lines the cart of an account may hold. */
export const MAX_CART_LINES = 50;
/** How many lines a visitor's cookie may hold: it travels with every request. */
export const MAX_VISITOR_LINES = 20;

export const offerSchema = z.object({ productId: idField, pricePolicyId: idField });
export type OfferIds = z.output<typeof offerSchema>;

/** What the cart page's forms can ask for. Lines are named by their product, which a cart holds once. */
export const cartCommandSchema = z.discriminatedUnion(
  'intent',
  [
    offerSchema.extend({ intent: z.literal('change-policy') }),
    z.object({ intent: z.literal('select'), productId: idField, isSelected: flagField }),
    z.object({ intent: z.literal('select-all'), isSelected: flagField }),
    z.object({ intent: z.literal('remove'), productId: idField }),
    offerSchema.extend({ intent: z.literal('restore'), isSelected: flagField }),
    z.object({ intent: z.literal('clean-up') }),
  ],
  MALFORMED,
);
export type CartCommand = z.output<typeof cartCommandSchema>;

export interface CartEntry extends OfferIds {
  readonly isSelected: boolean;
}
