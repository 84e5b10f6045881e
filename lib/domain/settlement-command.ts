import { z } from 'zod';
import { offerSchema } from './cart';
import { idField, MALFORMED } from './form-fields';
import { beliSchema } from './money-schema';

/** Empty: no coupon. */
const recordField = z.union([z.literal('').transform(() => null), idField], MALFORMED);
const MOST_BELI = 100_000_000;

/** Every command names the settlement its page showed: another one may have taken its place in another tab. */
const seen = z.object({ settlementId: idField });

/** What the settlement page's forms can ask for. Lines are named by their product, which a settlement holds once. */
export const settlementCommandSchema = z.discriminatedUnion(
  'intent',
  [
    seen.extend({ intent: z.literal('change-policy'), ...offerSchema.shape }),
    seen.extend({ intent: z.literal('remove-line'), productId: idField }),
    seen.extend({ intent: z.literal('line-coupon'), productId: idField, recordId: recordField }),
    seen.extend({ intent: z.literal('order-coupon'), recordId: recordField }),
    seen.extend({ intent: z.literal('best-coupons') }),
    seen.extend({
      intent: z.literal('beli'),
      beli: z
        .string(MALFORMED)
        .trim()
        .regex(/^\d{0,9}$/, '请输入整数个贝里')
        .transform(Number)
        .pipe(beliSchema.max(MOST_BELI, '最多输入一亿个贝里')),
    }),
  ],
  MALFORMED,
);
export type SettlementCommand = z.output<typeof settlementCommandSchema>;
