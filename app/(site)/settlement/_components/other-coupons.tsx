import type { CouponOption } from '@/lib/domain/settlement-view';

/** The coupons of the wallet that no line of this settlement can use, with the reason. */
export function OtherCoupons({ coupons }: { coupons: readonly CouponOption[] }) {
  if (coupons.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2.5 text-muted-foreground">
        其他不可用的券({coupons.length})
      </summary>
      <ul className="grid gap-2">
        {coupons.map((coupon) => (
          <li key={coupon.recordId} className="rounded-md bg-muted px-4 py-2.5">
            <p className="font-medium">{coupon.name}</p>
            <p className="text-muted-foreground text-sm">
              {coupon.rule} · {coupon.refusal}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
