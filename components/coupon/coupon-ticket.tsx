import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { ProductKind } from '@/lib/domain/catalogue';
import type { CouponRule } from '@/lib/domain/coupon';
import { couponFace } from '@/lib/domain/coupon-words';
import { productPath } from '@/lib/domain/learn-paths';

interface CouponTicketProps {
  name: string;
  rule: CouponRule;
  brief?: string;
  /** What it is for; null: any order. */
  product: { readonly kind: ProductKind; readonly slug: string; readonly name: string } | null;
  /** When it can be used. */
  days: ReactNode;
  /** It cannot be used or had any more. */
  isFaded?: boolean;
  /** Below the rest: buttons, links. */
  children?: ReactNode;
}

/** A coupon as one holds it in the hand: what it takes off on the left, the small print on the right. */
export function CouponTicket({ name, rule, brief, product, days, isFaded = false, children }: CouponTicketProps) {
  const { headline, condition } = couponFace(rule);
  return (
    <article className="grid h-full grid-cols-[6.75rem_minmax(0,1fr)] overflow-hidden rounded-lg border bg-card shadow-card">
      <div
        className={cn(
          'grid content-center justify-items-center gap-1 border-border border-r border-dashed px-2 py-4 text-center',
          isFaded ? 'bg-muted text-muted-foreground' : 'bg-primary-soft text-primary-ink',
        )}
      >
        <p className="whitespace-nowrap font-bold text-2xl tabular-nums">{headline}</p>
        <p className="text-xs">{condition}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-1 p-4">
        <h3 className={cn('break-words font-semibold', isFaded && 'text-muted-foreground')}>{name}</h3>
        <p className="text-muted-foreground text-sm">
          {product ? (
            <>
              仅限
              <Link href={productPath(product.kind, product.slug)} className="text-link underline underline-offset-4">
                {product.name}
              </Link>
            </>
          ) : (
            '全场通用'
          )}
        </p>
        {brief && <p className="text-muted-foreground text-sm">{brief}</p>}
        <p className="text-muted-foreground text-sm tabular-nums">{days}</p>
        {children && <div className="mt-auto pt-2">{children}</div>}
      </div>
    </article>
  );
}
