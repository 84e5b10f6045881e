import { z } from 'zod';
import { beliSchema } from '@/lib/domain/money-schema';

/** Which account an administrator acts on. */
export const accountCommandSchema = z.object({ accountId: z.coerce.number().int().positive() });
export type AccountCommand = z.output<typeof accountCommandSchema>;

/** 贝里 of one grant: 10 000 are 1 000 元. More takes several entries, each with its own reason. */
export const MOST_GRANTED_BELI = 10_000;
export const LONGEST_REASON = 100;

export const beliGrantSchema = accountCommandSchema.extend({
  /** Made with the form: sending it twice grants once. */
  requestId: z.uuid(),
  beli: z
    .string('请填写贝里数量')
    .trim()
    .regex(/^\d{1,9}$/, '请填写大于 0 的整数')
    .transform(Number)
    .pipe(beliSchema.min(1, '请填写大于 0 的整数').max(MOST_GRANTED_BELI, `一次最多发放 ${MOST_GRANTED_BELI} 贝里`)),
  reason: z.string('请填写原因').trim().min(1, '请填写原因').max(LONGEST_REASON, `原因最多 ${LONGEST_REASON} 个字`),
});
export type BeliGrantInput = z.output<typeof beliGrantSchema>;
