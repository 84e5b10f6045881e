import { z } from 'zod';
import { daySchema } from '@/lib/domain/day-schema';
import { idField } from '@/lib/domain/form-fields';

export const LONGEST_CASE_NOTE = 500;

// A line break is all a textarea may hold of these; PostgreSQL refuses NUL.
const CONTROL = /[^\P{Cc}\n]/gu;

const note = (missing: string) =>
  z
    .string(missing)
    .transform((text) => text.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim())
    .pipe(z.string().min(1, missing).max(LONGEST_CASE_NOTE, `最多 ${LONGEST_CASE_NOTE} 个字`));

/** Which difference an administrator acts on. */
export const caseCommandSchema = z.object({ caseId: idField });
export type CaseCommand = z.output<typeof caseCommandSchema>;

export const caseNoteSchema = caseCommandSchema.extend({ note: note('请填写备注') });
export const caseCloseSchema = caseCommandSchema.extend({ note: note('请写明为什么不用处理') });
export const caseRefundSchema = caseCommandSchema.extend({ note: note('请填写退款原因') });
export type CaseNote = z.output<typeof caseNoteSchema>;

/** Which day's bill is to be read again. */
export const dayCommandSchema = z.object({ day: daySchema });
export type DayCommand = z.output<typeof dayCommandSchema>;

export const paymentCommandSchema = z.object({ paymentId: idField });
export type PaymentCommand = z.output<typeof paymentCommandSchema>;
