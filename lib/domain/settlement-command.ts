import { z } from 'zod';
import { offerSchema } from './cart';
import { idField, MALFORMED } from './form-fields';
import { beliSchema } from './money-schema';

/** Empty: no coupon. */
const recordField = z.union([z.literal('').transform(() => null), idField], MALFORMED);
const MOST_BELI = 100_000_000;

/** What the settlement page's forms can ask for. Lines are named by their product, which a settlement holds once. */
export const settlementCommandSchema = z.discriminatedUnion(
  'intent',
  [
    offerSchema.extend({ intent: z.literal('change-policy') }),
    z.object({ intent: z.literal('remove-line'), productId: idField }),
    z.object({ intent: z.literal('line-coupon'), productId: idField, recordId: recordField }),
    z.object({ intent: z.literal('order-coupon'), recordId: recordField }),
    z.object({
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
