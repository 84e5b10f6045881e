import { z } from 'zod';
import { parseYuan } from './amount';

const numberSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** Yuan; the sign says which way the money went. */
const amountSchema = z
  .string()
  .regex(/^-?[\d.]{1,15}$/)
  .refine((text) => parseYuan(text.replace(/^-/, '')) !== null);

/** What is wrong with one day's bill, on purpose. Rows are named by out_request_no if they have one, else by out_trade_no. */
export const billPlanSchema = z.strictObject({
  /** Rows that are left out. */
  missing: z.array(numberSchema).max(1000),
  /** Rows that carry another amount. */
  amounts: z.record(numberSchema, amountSchema),
  /** Rows of money that the trades here know nothing of; a negative amount is a refund. */
  foreign: z
    .array(z.strictObject({ outTradeNo: numberSchema, outRequestNo: numberSchema.optional(), amount: amountSchema }))
    .max(1000),
  /** There is a bill before the day is over. */
  early: z.boolean(),
  /** There is none yet, though the day is over. */
  late: z.boolean(),
  /** The file ends in the middle. */
  torn: z.boolean(),
});

export type BillPlan = z.infer<typeof billPlanSchema>;

export const NO_PLAN: BillPlan = {
  missing: [],
  amounts: {},
  foreign: [],
  early: false,
  late: false,
  torn: false,
};

/** `current` with the given switches changed; null when the change is malformed or names an unknown switch. */
export function changePlan(current: BillPlan, change: unknown): BillPlan | null {
  if (typeof change !== 'object' || change === null) return null;
  const merged = billPlanSchema.safeParse({ ...current, ...change });
  return merged.success ? merged.data : null;
}
