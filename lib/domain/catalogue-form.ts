import { z } from 'zod';
import { daySchema } from './day-schema';
import { type Fen, parseYuan } from './money';

// Parts of the catalogue's forms. Everything arrives as text; what comes out fits the columns. Lengths count characters.

/** The longest text of each kind, for the server's rules and the browser's hints alike. */
export const TEXT_LIMITS = { name: 60, line: 120, brief: 300, text: 3000, body: 60_000 } as const;

/** The browser's copy of the rule for the last part of an address. */
export const SLUG_PATTERN = '[a-z0-9]+(-[a-z0-9]+)*';
const SLUG = new RegExp(`^${SLUG_PATTERN}$`);
const LONGEST_SLUG = 64;

const MOST_YUAN_FEN = 10_000_000;

// Controls but line breaks and tabs: PostgreSQL refuses a zero character, and nobody sees the others.
const UNWANTED = /[^\P{Cc}\n\t]|\ufeff/gu;
const tidy = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNWANTED, '').trim();
const oneLine = (text: string): string => tidy(text).replace(/\s+/gu, ' ');
const characters = (text: string): number => [...text].length;

const written = (clean: (text: string) => string, label: string, max: number) =>
  z
    .string()
    .default('')
    .transform(clean)
    .pipe(
      z
        .string()
        .min(1, { error: `请填写${label}`, abort: true })
        .refine((text) => characters(text) <= max, `${label}最多 ${max} 个字`),
    );

/** Words on one line. */
export const lineField = (label: string, max: number = TEXT_LIMITS.line) => written(oneLine, label, max);
/** Words on several lines. */
export const textField = (label: string, max: number = TEXT_LIMITS.text) => written(tidy, label, max);

/** The last part of a page's address: small letters, digits and single hyphens. */
export const slugField = (label = '网址') =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1, { error: `请填写${label}`, abort: true })
        .max(LONGEST_SLUG, `${label}最多 ${LONGEST_SLUG} 个字符`)
        .regex(SLUG, `${label}只能用小写字母、数字和连字符，例如 python-core`),
    );

const WHOLE = /^\d{1,9}$/;

/** A whole number from `min` to `max`. */
export const wholeField = (label: string, min: number, max: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1, { error: `请填写${label}`, abort: true })
        .refine((text) => WHOLE.test(text) && Number(text) >= min && Number(text) <= max, {
          error: `${label}应是 ${min} 到 ${max} 的整数`,
          abort: true,
        })
        .transform(Number),
    );

/** Yuan as a decimal string, to fen: at least `minFen`. */
export const yuanField = (label: string, minFen = 0) =>
  z
    .string()
    .default('')
    .transform((text, issues): Fen => {
      const amount = parseYuan(text.trim());
      if (amount !== null && amount >= minFen && amount <= MOST_YUAN_FEN) return amount;
      issues.addIssue(amount === null ? `${label}应写成 199 或 199.00` : `${label}最多 100000 元`);
      return z.NEVER;
    });

export const dayField = (label: string) =>
  z
    .string()
    .default('')
    .refine((text) => daySchema.safeParse(text).success, `请选择${label}`);

const ID = /^[1-9]\d{0,14}$/;

/** An id chosen from a list. */
export const choiceField = (label: string) =>
  z
    .string()
    .default('')
    .refine((text) => ID.test(text), `请选择${label}`)
    .transform(Number);
/** The same, which may stay empty: null. */
export const optionalChoiceField = z
  .string()
  .default('')
  .refine((text) => text === '' || ID.test(text), '请重新选择')
  .transform((text) => (text === '' ? null : Number(text)));

/** The id of what is changed; it travels in a hidden field. */
export const idField = z.string().regex(ID).transform(Number);

/** What the form was filled with, as a fingerprint (see db/with-version.ts). */
export const versionField = z.string().regex(/^[0-9a-f]{32}$/);

const FILE_NAME = /^[a-z0-9][a-z0-9._-]{0,99}$/i;

/** The name of a file in a private folder of the server; empty is none: null. */
export const fileField = (label: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim() || null)
    .pipe(z.string().regex(FILE_NAME, `${label}应是文件名，例如 lesson-01.mp4`).nullable());

const PUBLIC_VIDEO = /^\/videos\/[a-z0-9][a-z0-9._-]{0,99}$/i;

/** The address of a film anyone may see, below /videos; empty is none: null. */
export const publicVideoField = (label: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim() || null)
    .pipe(z.string().regex(PUBLIC_VIDEO, `${label}应写成 /videos/文件名，例如 /videos/btree.mp4`).nullable());

/** 是 or 否, as a select sends it. */
export const yesNoField = z.enum(['yes', 'no']).transform((value) => value === 'yes');
