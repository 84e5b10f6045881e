import { type CouponRule, judgeCoupon } from '@/lib/domain/coupon';
import type { CouponKind } from '@/lib/domain/coupon-kinds';
import { COUPON_LIMITS, type CouponTerms } from '@/lib/domain/coupon-terms';
import { type Fen, formatYuan, parseYuan, subtractFen, yuanText } from '@/lib/domain/money';
import type { Day } from '@/lib/domain/shanghai-day';

// The form of a coupon as it is being filled in: texts. The browser loads this file, so it knows no schema library.

/** The form's fields by name, as they are typed. */
export interface CouponDraft {
  readonly name: string;
  readonly brief: string;
  readonly kind: CouponKind;
  readonly channel: CouponTerms['channel'];
  /** The slug of a product; empty: the whole order. */
  readonly product: string;
  /** Yuan. */
  readonly value: string;
  readonly minimum: string;
  /** 7.9 is 7.9 折. */
  readonly rate: string;
  readonly cap: string;
  /** Empty: without limit. */
  readonly quantity: string;
  readonly perAccountLimit: string;
  readonly claimFrom: Day;
  readonly claimUntil: Day;
  readonly validity: 'dates' | 'days';
  readonly validFrom: Day;
  readonly validUntil: Day;
  readonly validDays: string;
}

const yuan = (amount: Fen | null): string => (amount === null ? '' : yuanText(amount).replace(/\.00$/, ''));

/** The texts a form begins with. `product`: the slug of what the coupon is bound to, or nothing. */
export function draftOf(terms: CouponTerms, product: string): CouponDraft {
  return {
    name: terms.name,
    brief: terms.brief,
    kind: terms.kind,
    channel: terms.channel,
    product,
    value: yuan(terms.valueFen),
    minimum: yuan(terms.minimumFen),
    rate: terms.offPercent === null ? '' : rateText(terms.offPercent),
    cap: yuan(terms.maxDiscountFen),
    quantity: terms.quantity === null ? '' : String(terms.quantity),
    perAccountLimit: String(terms.perAccountLimit),
    claimFrom: terms.claimFrom,
    claimUntil: terms.claimUntil,
    validity: terms.validDaysAfterClaim === null ? 'dates' : 'days',
    validFrom: terms.validFrom ?? '',
    validUntil: terms.validUntil ?? '',
    validDays: terms.validDaysAfterClaim === null ? '' : String(terms.validDaysAfterClaim),
  };
}

const rateText = (offPercent: number): string =>
  `${Math.floor(offPercent / 10)}${offPercent % 10 === 0 ? '' : `.${offPercent % 10}`}`;

/** `7.9` (折) as what remains to pay in percent; null when it is no rate. */
export function parseRate(text: string): number | null {
  const match = /^(\d)(?:\.(\d))?$/.exec(text.trim());
  const percent = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : 0;
  return percent >= 1 ? percent : null;
}

/** An amount above nothing, in yuan as typed; null when it is none. */
export function parseAmount(text: string): Fen | null {
  const amount = parseYuan(text.trim());
  return amount !== null && amount > 0 && amount <= COUPON_LIMITS.yuan * 100 ? amount : null;
}

/** The rule as typed so far; null while it is incomplete. */
export function draftRule({ kind, value, minimum, rate, cap }: CouponDraft): CouponRule | null {
  if (kind === 'percent') {
    const [offPercent, maxDiscountFen] = [parseRate(rate), parseAmount(cap)];
    return offPercent === null || (cap.trim() !== '' && maxDiscountFen === null)
      ? null
      : { kind, offPercent, maxDiscountFen };
  }
  const [valueFen, minimumFen] = [parseAmount(value), parseAmount(minimum)];
  if (valueFen === null) return null;
  if (kind === 'fixed') return { kind, valueFen };
  return minimumFen === null ? null : { kind, valueFen, minimumFen };
}

export type DraftPreview =
  | { readonly usable: true; readonly discountFen: Fen; readonly payFen: Fen }
  | { readonly usable: false; readonly reason: string };

/** What the rule would do to a price, by the same judge that prices orders. */
export function previewRule(rule: CouponRule, price: Fen): DraftPreview {
  const day = '2000-01-01';
  const copy = { recordId: 0, name: '', rule, productId: null, orderNo: null, validFrom: day, validUntil: day };
  const verdict = judgeCoupon({ ...copy, status: 'unused' }, null, price, day);
  if (verdict.usable) return { ...verdict, payFen: subtractFen(price, verdict.discountFen) };
  const { refusal } = verdict;
  const missing = refusal.reason === 'below_minimum' ? `，还差 ${formatYuan(refusal.missingFen)}` : '';
  return { usable: false, reason: `不足门槛${missing}` };
}

const sameAmount = (one: string, other: string): boolean =>
  one.trim() === other.trim() || (parseYuan(one.trim()) !== null && parseYuan(one.trim()) === parseYuan(other.trim()));

/** Which promises of the saved coupon the draft breaks, as people call them. */
export function brokenPromises(saved: CouponDraft, draft: CouponDraft): string[] {
  const isPercent = draft.kind === 'percent';
  const byDays = draft.validity === 'days';
  const changes: readonly (readonly [label: string, isChanged: boolean])[] = [
    ['名称', saved.name.trim() !== draft.name.trim()],
    ['说明', saved.brief.trim() !== draft.brief.trim()],
    ['类型', saved.kind !== draft.kind],
    ['减免金额', !isPercent && !sameAmount(saved.value, draft.value)],
    ['门槛', draft.kind === 'threshold' && !sameAmount(saved.minimum, draft.minimum)],
    ['折扣', isPercent && parseRate(saved.rate) !== parseRate(draft.rate)],
    ['最多减', isPercent && !sameAmount(saved.cap, draft.cap)],
    ['适用课程', saved.product.trim() !== draft.product.trim()],
    [
      '有效期',
      saved.validity !== draft.validity ||
        (byDays
          ? saved.validDays.trim() !== draft.validDays.trim()
          : saved.validFrom !== draft.validFrom || saved.validUntil !== draft.validUntil),
    ],
  ];
  return changes.flatMap(([label, isChanged]) => (isChanged ? [label] : []));
}
