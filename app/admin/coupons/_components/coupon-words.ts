import type { CouponVersion } from '@/lib/data/admin/coupon-detail';

/** When a copy can be used. */
export const validityText = ({
  validFrom,
  validUntil,
  validDaysAfterClaim,
}: Pick<CouponVersion, 'validFrom' | 'validUntil' | 'validDaysAfterClaim'>): string =>
  validDaysAfterClaim === null ? `${validFrom} – ${validUntil}` : `领取后 ${validDaysAfterClaim} 天`;
