import { z } from 'zod';
import { parseAmount, parseRate } from './admin/coupon-draft';
import { dayField, idField, lineField, versionField, wholeField } from './catalogue-form';
import { COUPON_CHANNELS, COUPON_KINDS, type CouponKind } from './coupon-kinds';
import { COUPON_LIMITS, type CouponTerms } from './coupon-terms';
import type { Fen } from './money';

const amountField = (label: string) =>
  z
    .string()
    .default('')
    .transform((text, issues): Fen => {
      const amount = parseAmount(text);
      if (amount !== null) return amount;
      issues.addIssue(`${label}应大于 0、不超过 ${COUPON_LIMITS.yuan} 元，例如 20 或 19.90`);
      return z.NEVER;
    });

const rateField = z
  .string()
  .default('')
  .transform((text, issues): number => {
    const rate = parseRate(text);
    if (rate !== null) return rate;
    issues.addIssue('折扣应在 0.1 到 9.9 折之间，最多一位小数，例如 7.9');
    return z.NEVER;
  });

const isEmpty = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';
const nothing = { valueFen: null, minimumFen: null, offPercent: null, maxDiscountFen: null };

const about = z.object({
  name: lineField('名称', COUPON_LIMITS.name),
  brief: z
    .string()
    .default('')
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().max(COUPON_LIMITS.brief, `说明最多 ${COUPON_LIMITS.brief} 个字`)),
  kind: z.enum(COUPON_KINDS, '请选择类型'),
  channel: z.enum(COUPON_CHANNELS, '请选择发放方式'),
  /** A slug; null: for a whole order. Whether there is such a product is for the service to say. */
  product: z
    .string()
    .default('')
    .transform((text) => text.trim().toLowerCase() || null)
    .pipe(z.string().max(64, '没有这门课程').nullable()),
  perAccountLimit: wholeField('每人限领', 1, COUPON_LIMITS.perAccount),
  claimFrom: dayField('领取开始日期'),
  claimUntil: dayField('领取截止日期'),
  validity: z.enum(['dates', 'days'], '请选择有效期'),
});

const RULES = {
  fixed: z.object({ value: amountField('减免金额') }),
  threshold: z
    .object({ value: amountField('减免金额'), minimum: amountField('门槛') })
    .refine(({ value, minimum }) => value <= minimum, { path: ['minimum'], error: '门槛不能低于减免金额' }),
  percent: z.object({
    rate: rateField,
    cap: z.preprocess((cap) => (isEmpty(cap) ? null : cap), amountField('最多减').nullable()),
  }),
} as const satisfies Record<CouponKind, z.ZodType>;

const dates = z
  .object({ validFrom: dayField('有效期开始日期'), validUntil: dayField('有效期截止日期') })
  .refine(({ validFrom, validUntil }) => validFrom <= validUntil, {
    path: ['validUntil'],
    error: '截止日期不能早于开始日期',
  });
const days = z.object({ validDays: wholeField('有效天数', 1, COUPON_LIMITS.validDays) });
const quantity = z.object({ quantity: wholeField('数量', 1, COUPON_LIMITS.quantity) });

/** The terms of a coupon, with the slug of its product instead of the id. */
export type CouponInput = Omit<CouponTerms, 'productId'> & { readonly product: string | null };

type Fields = Readonly<Record<string, unknown>>;
type Issues = z.core.$RefinementCtx;

/** Reads one part of the form; what is wrong is said of its fields. */
function read<S extends z.ZodType>(schema: S, fields: Fields, issues: Issues): z.output<S> | null {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  for (const { message, path } of parsed.error.issues) issues.addIssue({ code: 'custom', message, path: [...path] });
  return null;
}

function readRule(kind: CouponKind, fields: Fields, issues: Issues) {
  if (kind === 'percent') {
    const rule = read(RULES.percent, fields, issues);
    return rule && { ...nothing, offPercent: rule.rate, maxDiscountFen: rule.cap };
  }
  if (kind === 'fixed') {
    const rule = read(RULES.fixed, fields, issues);
    return rule && { ...nothing, valueFen: rule.value };
  }
  const rule = read(RULES.threshold, fields, issues);
  return rule && { ...nothing, valueFen: rule.value, minimumFen: rule.minimum };
}

function readValidity(byDays: boolean, fields: Fields, issues: Issues) {
  if (byDays) {
    const validity = read(days, fields, issues);
    return validity && { validFrom: null, validUntil: null, validDaysAfterClaim: validity.validDays };
  }
  const validity = read(dates, fields, issues);
  return validity && { ...validity, validDaysAfterClaim: null };
}

/** What a form said, flat, as the terms of a coupon; fields of other kinds may be there and say nothing. */
function readTerms(fields: Fields, issues: Issues): CouponInput {
  const general = read(about, fields, issues);
  const rule = general && readRule(general.kind, fields, issues);
  const validity = general && readValidity(general.validity === 'days', fields, issues);
  const limited = isEmpty(fields.quantity) ? { quantity: null } : read(quantity, fields, issues);
  if (!general || !rule || !validity || !limited) return z.NEVER;
  const { validity: _by, ...rest } = general;
  const terms = { ...rest, ...rule, ...validity, ...limited };
  if (terms.claimUntil < terms.claimFrom) {
    issues.addIssue({ code: 'custom', message: '领取截止日期不能早于开始日期', path: ['claimUntil'] });
  } else if (terms.validUntil !== null && terms.validUntil < terms.claimUntil) {
    issues.addIssue({ code: 'custom', message: '有效期截止不能早于领取截止，否则领到就已过期', path: ['validUntil'] });
  }
  return terms;
}

export const newCouponSchema = z.looseObject({}).transform(readTerms);

const seen = z.object({
  /** The family. */
  id: idField,
  /** What the form was filled with. */
  version: versionField,
  /** Whether the page said that this will be a new version, because there are copies of the present one. */
  copies: z.enum(['0', '1']).transform((flag) => flag === '1'),
});

export const couponSchema = z.looseObject({}).transform((fields, issues) => {
  const [form, input] = [read(seen, fields, issues), readTerms(fields, issues)];
  return form ? { ...form, input } : z.NEVER;
});
export type CouponEdit = z.output<typeof couponSchema>;

/** Which coupon an administrator acts on. */
export const couponCommandSchema = z.object({ id: idField });

const CODE = /^[A-Z0-9]{4,32}$/;

export const codesSchema = z
  .looseObject({ id: idField, batchId: z.uuid(), mode: z.enum(['single', 'shared']) })
  .transform(({ id, batchId, mode, ...fields }, issues) => {
    if (mode === 'single') {
      const parsed = read(z.object({ count: wholeField('数量', 1, COUPON_LIMITS.codes) }), fields, issues);
      return parsed ? { id, batchId, mode, count: parsed.count } : z.NEVER;
    }
    const shared = read(sharedSchema, fields, issues);
    return shared ? { id, batchId, mode, ...shared } : z.NEVER;
  });
export type CodesInput = z.output<typeof codesSchema>;

const sharedSchema = z.object({
  maxUses: wholeField('可用次数', 1, COUPON_LIMITS.codeUses),
  /** Null: one is made up. */
  word: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC').trim().toUpperCase() || null)
    .pipe(z.string().regex(CODE, '兑换码是 4–32 位字母或数字').nullable()),
});

/** A pasted list of accounts; what its lines say is for the service to find out. */
export const grantListSchema = z.object({ id: idField, list: z.string().max(600_000, '名单太长') });
export type GrantListInput = z.output<typeof grantListSchema>;

/** `seen`: the digest of who was going to get a copy when the administrator looked. */
export const grantSchema = z.object({ id: idField, grantId: idField, seen: z.string().regex(/^[0-9a-f]{32}$/) });
export type GrantInput = z.output<typeof grantSchema>;
