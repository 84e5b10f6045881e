import Link from 'next/link';
import { CouponTicket } from '@/components/coupon/coupon-ticket';
import { Button } from '@/components/ui/button';
import type { OwnedCoupon } from '@/lib/data/coupons';
import { copyExpiry } from '@/lib/domain/coupon-words';
import { productPath } from '@/lib/domain/learn-paths';
import type { Day } from '@/lib/domain/shanghai-day';
import type { WalletTab } from '@/lib/domain/wallet-query';

export function OwnedTicket({ coupon, tab, today }: { coupon: OwnedCoupon; tab: WalletTab; today: Day }) {
  const { name, rule, brief, product, number, orderNo } = coupon;
  return (
    <CouponTicket
      name={name}
      rule={rule}
      brief={brief}
      product={product}
      days={<Days coupon={coupon} tab={tab} today={today} />}
      isFaded={tab === 'used' || tab === 'expired'}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="break-all text-muted-foreground text-xs tabular-nums">编号 {number}</span>
        {orderNo && (
          <Link
            href={`/orders/${orderNo}`}
            className="inline-flex min-h-9 items-center text-link text-sm underline underline-offset-4"
          >
            {tab === 'locked' ? '锁定它的订单' : '用掉它的订单'}
            <span className="sr-only">「{name}」</span>
          </Link>
        )}
        {tab === 'usable' && coupon.validFrom <= today && <UseIt coupon={coupon} />}
      </div>
    </CouponTicket>
  );
}

function Days({ coupon, tab, today }: { coupon: OwnedCoupon; tab: WalletTab; today: Day }) {
  if (tab === 'used') return `有效期至 ${coupon.validUntil}`;
  if (tab === 'expired') return `${coupon.validUntil} 已过期`;
  const { words, isUrgent } = copyExpiry(coupon, today);
  if (isUrgent) return <strong className="font-semibold text-danger-ink">{words}</strong>;
  // A line breaks between the parts, never at the hyphens of a date.
  return words.split(/(?<=，)/).map((part) => (
    <span key={part} className="inline-block">
      {part}
    </span>
  ));
}

function UseIt({ coupon: { name, product } }: { coupon: OwnedCoupon }) {
  const label = `去使用「${name}」`;
  return (
    <Button asChild size="sm" variant="secondary" className="ml-auto">
      {product ? (
        <Link href={productPath(product.kind, product.slug)} aria-label={label}>
          去使用
        </Link>
      ) : (
        <Link href="/courses" aria-label={label}>
          去使用
        </Link>
      )}
    </Button>
  );
}
