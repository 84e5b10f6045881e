import Link from 'next/link';
import { CouponTicket } from '@/components/coupon/coupon-ticket';
import { CommandForm } from '@/components/forms/command-form';
import { ProgressBar } from '@/components/learn/progress-bar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CentreCoupon } from '@/lib/data/coupon-offers';
import { centreState, claimedPercent } from '@/lib/domain/centre-coupon';
import { offeredDays } from '@/lib/domain/coupon-words';
import { productPath } from '@/lib/domain/learn-paths';
import type { Day } from '@/lib/domain/shanghai-day';

interface CentreTicketProps {
  coupon: CentreCoupon;
  today: Day;
  isVisitor: boolean;
}

export function CentreTicket({ coupon, today, isVisitor }: CentreTicketProps) {
  const { name, rule, brief, product, held, perAccountLimit } = coupon;
  const state = centreState(coupon, today);
  return (
    <CouponTicket
      name={name}
      rule={rule}
      brief={brief}
      product={product}
      days={offeredDays(coupon)}
      isFaded={state === 'sold_out'}
    >
      <div className="grid gap-2">
        {state !== 'soon' && <Remaining coupon={coupon} />}
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="text-muted-foreground text-sm tabular-nums">
            {held > 0 ? `已领 ${held} / ${perAccountLimit} 张` : `每人限领 ${perAccountLimit} 张`}
          </span>
          {state === 'claimable' && (
            <CommandForm fields={{ couponId: coupon.couponId }}>
              <SubmitButton size="sm" aria-label={`领取「${name}」`}>
                {isVisitor ? '登录后领取' : held > 0 ? '再领一张' : '立即领取'}
              </SubmitButton>
            </CommandForm>
          )}
          {state === 'had' && <UseIt coupon={coupon} />}
          {state === 'soon' && <Badge tone="info">{coupon.claimFrom} 开始领取</Badge>}
          {state === 'sold_out' && <Badge>已领完</Badge>}
        </div>
      </div>
    </CouponTicket>
  );
}

function Remaining({ coupon }: { coupon: CentreCoupon }) {
  const percent = claimedPercent(coupon);
  if (percent === null || coupon.quantity === null) return null;
  const left = Math.max(0, coupon.quantity - coupon.claimed);
  return (
    <div className="grid gap-1">
      <ProgressBar label={`「${coupon.name}」已领取`} percent={percent} />
      {left > 0 && <p className="text-muted-foreground text-xs tabular-nums">还剩 {left} 张</p>}
    </div>
  );
}

function UseIt({ coupon: { name, product } }: { coupon: CentreCoupon }) {
  const label = `已领取，去使用「${name}」`;
  return (
    <Button asChild variant="secondary" size="sm">
      {product ? (
        <Link href={productPath(product.kind, product.slug)} aria-label={label}>
          已领取，去使用
        </Link>
      ) : (
        <Link href="/courses" aria-label={label}>
          已领取，去使用
        </Link>
      )}
    </Button>
  );
}
