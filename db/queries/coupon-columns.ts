import { readCouponRule, type WalletCoupon } from '@/lib/domain/coupon';
import { coupon, couponRecord, order } from '../schema';

/** What `readCouponRule` reads. */
export const couponRuleColumns = {
  kind: coupon.kind,
  valueFen: coupon.valueFen,
  minimumFen: coupon.minimumFen,
  offPercent: coupon.offPercent,
  maxDiscountFen: coupon.maxDiscountFen,
};

/** A copy of a wallet, in a query that joins coupon_record with its coupon and, on the left, its order. */
export const walletColumns = {
  recordId: couponRecord.id,
  name: coupon.name,
  productId: coupon.productId,
  status: couponRecord.status,
  validFrom: couponRecord.validFrom,
  validUntil: couponRecord.validUntil,
  orderNo: order.orderNo,
  rule: couponRuleColumns,
};

type WalletRow = Omit<WalletCoupon, 'rule'> & { readonly rule: Parameters<typeof readCouponRule>[0] };

export const readWalletRow = (row: WalletRow): WalletCoupon => ({ ...row, rule: readCouponRule(row.rule) });
