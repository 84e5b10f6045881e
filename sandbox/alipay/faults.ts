import { z } from 'zod';

/** What goes wrong with one trade, on purpose. Faults are per trade, so tests that share a sandbox do not meet. */
export const faultsSchema = z.strictObject({
  /** Automatic notifies are logged as dropped instead of sent; the retry schedule goes on. */
  dropNotify: z.boolean(),
  /** Seconds (not scaled) between the change and the first notify. */
  delayNotifySeconds: z.int().min(0).max(86_400),
  /** Extra copies of the first delivery, sent at the same moment. */
  duplicateNotify: z.int().min(0).max(200),
  /** total_amount is one fen too much, correctly signed. */
  wrongAmount: z.boolean(),
  badSignature: z.boolean(),
  /** A notify of another app / for another seller, correctly signed. */
  wrongAppId: z.boolean(),
  wrongSellerId: z.boolean(),
  /** `alipay.trade.query`: answers far too late, answers 20000, or answers without a signature. */
  queryFault: z.enum(['timeout', '20000', 'unsigned']).nullable(),
  /** `alipay.trade.refund`: with timeout and unsigned the money moves, with 20000 and balance it does not. */
  refundFault: z.enum(['timeout', '20000', 'unsigned', 'balance']).nullable(),
  /** `alipay.trade.fastpay.refund.query`: as queryFault. */
  refundQueryFault: z.enum(['timeout', '20000', 'unsigned']).nullable().default(null),
});

export type Faults = z.infer<typeof faultsSchema>;

export const NO_FAULTS: Faults = {
  dropNotify: false,
  delayNotifySeconds: 0,
  duplicateNotify: 0,
  wrongAmount: false,
  badSignature: false,
  wrongAppId: false,
  wrongSellerId: false,
  queryFault: null,
  refundFault: null,
  refundQueryFault: null,
};

/** `current` with the given switches changed; null when the change is malformed or names an unknown switch. */
export function changeFaults(current: Faults, change: unknown): Faults | null {
  if (typeof change !== 'object' || change === null) return null;
  const merged = faultsSchema.safeParse({ ...current, ...change });
  return merged.success ? merged.data : null;
}

const formSchema = z.object({
  delayNotifySeconds: z
    .string()
    .regex(/^\d{0,5}$/)
    .default(''),
  duplicateNotify: z
    .string()
    .regex(/^\d{0,3}$/)
    .default(''),
});
const CHECKBOXES = ['dropNotify', 'wrongAmount', 'badSignature', 'wrongAppId', 'wrongSellerId'] as const;

/**
 * The switches submitted with the cashier's form. It only adds faults: a box left alone must not undo what a test
 * has set through the control API while the page was open.
 */
export function addFormFaults(current: Faults, form: ReadonlyMap<string, string>): Faults | null {
  const numbers = formSchema.safeParse(Object.fromEntries(form));
  if (!numbers.success) return null;
  const checked = CHECKBOXES.filter((name) => form.has(name)).map((name) => [name, true] as const);
  return changeFaults(current, {
    ...Object.fromEntries(checked),
    delayNotifySeconds: Number(numbers.data.delayNotifySeconds) || current.delayNotifySeconds,
    duplicateNotify: Number(numbers.data.duplicateNotify) || current.duplicateNotify,
  });
}
