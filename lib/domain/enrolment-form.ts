import { z } from 'zod';
import { EDUCATION_LEVELS } from './account';

/** The limits of the 报名表, for the server's rules and the browser's hints alike. Lengths count characters. */
export const ENROLMENT_FORM_LIMITS = { name: { min: 2, max: 20 }, goal: { min: 10, max: 500 } } as const;

/** Han characters with 间隔号 between their parts (阿卜杜拉·买买提), or Latin letters with spaces, dots, hyphens, apostrophes. */
const NAME = /^(?:\p{Script=Han}+(?:[·•]\p{Script=Han}+)*|\p{Script=Latin}[\p{Script=Latin} .'’-]*)$/u;
const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;
// A line break is all a textarea may hold of these; PostgreSQL refuses NUL.
const CONTROL = /[^\P{Cc}\n]/gu;

const characters = (text: string): number => [...text].length;
const within =
  ({ min, max }: { min: number; max: number }) =>
  (text: string) =>
    characters(text) >= min && characters(text) <= max;

const name = z
  .string('请填写姓名')
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/gu, ' '))
  .pipe(
    z
      .string()
      .refine((text) => text !== '', { error: '请填写姓名', abort: true })
      .refine((text) => NAME.test(text), { error: '姓名只能是中文或英文字母', abort: true })
      .refine(within(ENROLMENT_FORM_LIMITS.name), '姓名应为 2–20 个字'),
  );

const phone = z
  .string('请填写手机号')
  .transform((text) => text.normalize('NFKC').replace(/\s/gu, ''))
  .pipe(
    z
      .string()
      .refine((text) => text !== '', { error: '请填写手机号', abort: true })
      .regex(MAINLAND_MOBILE, '请填写 11 位的大陆手机号'),
  );

const goal = z
  .string('请填写学习目标')
  .transform((text) => text.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim())
  .pipe(
    z
      .string()
      .refine((text) => text !== '', { error: '请填写学习目标', abort: true })
      .refine(within(ENROLMENT_FORM_LIMITS.goal), '学习目标应为 10–500 个字'),
  );

/** The 报名表 as typed; gives it back tidied: trimmed, the phone as 11 digits. */
export const enrolmentFormSchema = z.object({
  name,
  phone,
  education: z.enum(EDUCATION_LEVELS, '请选择学历'),
  goal,
});

export type EnrolmentFormInput = z.output<typeof enrolmentFormSchema>;
