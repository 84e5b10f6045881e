import { TicketPercent } from 'lucide-react';
import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import type { CartCoupons } from '@/lib/data/cart-coupons';
import { formatYuan } from '@/lib/domain/money';

interface AfterCouponsProps {
  coupons: CartCoupons;
  /** False while the server is being asked about another selection. */
  isAnswered: boolean;
}

/** 券后价 of what is selected, and what more could be claimed. */
export function AfterCoupons({ coupons: { best, claimable }, isAnswered }: AfterCouponsProps) {
  if (!best && claimable === 0) return null;
  return (
    <div className="grid gap-2">
      {best && (
        <div aria-live="polite" className={cn('grid gap-1 text-sm', !isAnswered && 'opacity-50')}>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-muted-foreground">券后价</span>
            <span className="font-bold text-lg text-primary-ink tabular-nums">
              {isAnswered ? formatYuan(best.payableFen) : '计算中…'}
            </span>
            {isAnswered && <span className="text-success-ink tabular-nums">省 {formatYuan(best.savedFen)}</span>}
          </p>
          {isAnswered && (
            <p className="break-words text-muted-foreground">
              最省组合：{best.names.map((name) => `「${name}」`).join(' + ')}
            </p>
          )}
        </div>
      )}
      {claimable > 0 && (
        <p>
          <Link
            href="/coupons"
            prefetch={false}
            className="inline-flex min-h-11 items-center gap-1.5 text-link text-sm underline underline-offset-4"
          >
            <TicketPercent aria-hidden className="size-4" />
            {best ? '还有' : '有'} {claimable} 张优惠券可领
          </Link>
        </p>
      )}
    </div>
  );
}
