import { type CouponRule, formatDiscountRate } from './coupon';
import type { CouponValidity } from './coupon-claim';
import { formatYuan } from './money';
import { type Day, daysBetween } from './shanghai-day';

/** ¥60 where ¥60.00 is too much for a coupon's face. */
const shortYuan = (fen: number): string => formatYuan(fen).replace(/\.00$/, '');

/** What stands large on a coupon, and under what condition. */
export function couponFace(rule: CouponRule): { readonly headline: string; readonly condition: string } {
  switch (rule.kind) {
    case 'fixed':
      return { headline: shortYuan(rule.valueFen), condition: '无门槛' };
    case 'threshold':
      return { headline: shortYuan(rule.valueFen), condition: `满 ${shortYuan(rule.minimumFen)} 可用` };
    case 'percent':
      return {
        headline: formatDiscountRate(rule.offPercent),
        condition: rule.maxDiscountFen === null ? '无门槛' : `最多减 ${shortYuan(rule.maxDiscountFen)}`,
      };
  }
}

/** The rule in a few characters: `满 ¥500 减 ¥60`, `7.9 折`. */
export function shortRule(rule: CouponRule): string {
  switch (rule.kind) {
    case 'fixed':
      return `立减 ${shortYuan(rule.valueFen)}`;
    case 'threshold':
      return `满 ${shortYuan(rule.minimumFen)} 减 ${shortYuan(rule.valueFen)}`;
    case 'percent':
      return formatDiscountRate(rule.offPercent);
  }
}

/** When a copy can be used, before there is one. */
export const offeredDays = ({ validFrom, validUntil, validDaysAfterClaim }: CouponValidity): string =>
  validDaysAfterClaim === null ? `${validFrom} 至 ${validUntil} 可用` : `领取后 ${validDaysAfterClaim} 天内有效`;

/** Counted in days as long as there are few of them. */
const SOON_DAYS = 7;

/** When a copy can be used, and whether that is soon over. */
export function copyExpiry(
  copy: { readonly validFrom: Day; readonly validUntil: Day },
  today: Day,
): { readonly words: string; readonly isUrgent: boolean } {
  if (today < copy.validFrom) return { words: `${copy.validFrom} 起可用，至 ${copy.validUntil}`, isUrgent: false };
  const left = daysBetween(today, copy.validUntil);
  if (left < 0) return { words: `${copy.validUntil} 已过期`, isUrgent: false };
  if (left === 0) return { words: '今天过期', isUrgent: true };
  if (left <= SOON_DAYS) return { words: `${left} 天后过期`, isUrgent: true };
  return { words: `有效期至 ${copy.validUntil}`, isUrgent: false };
}
