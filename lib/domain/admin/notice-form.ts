import { z } from 'zod';
import { NOTICES } from '@/lib/domain/notice';

const noticeSchema = z.enum(NOTICES);

/** What an administrator decides about a notice. */
export const noticeFormSchema = z.object({
  notice: noticeSchema,
  /** A checkbox: absent when it is not ticked. */
  isOn: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  /** The platform's template_id; null: found by its title. */
  templateId: z
    .string()
    .max(100)
    .transform((value) => (value === '' ? null : value)),
});
export type NoticeForm = z.output<typeof noticeFormSchema>;

export const noticeTestSchema = z.object({ notice: noticeSchema });
