import { Badge } from '@/components/ui/badge';
import type { PriceAlone } from '@/lib/domain/coupon-price';
import { formatYuan } from '@/lib/domain/money';

/** 券后价, and which coupons make it. Nothing when none helps. */
export function PriceAfterCoupons({ price }: { price: PriceAlone }) {
  if (price.coupons.length === 0) return null;
  const names = price.coupons.map((coupon) => `「${coupon.name}」`).join(' + ');
  const isPromised = price.coupons.some((coupon) => coupon.recordId < 0);
  return (
    <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
      <Badge tone="gold">券后价</Badge>
      <span className="font-bold text-lg text-primary-ink tabular-nums">{formatYuan(price.payableFen)}</span>
      <span className="min-w-0 break-words text-muted-foreground">
        {isPromised ? '领券后使用' : '使用'}
        {names}
      </span>
    </p>
  );
}
