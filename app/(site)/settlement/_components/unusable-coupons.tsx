import Link from 'next/link';
import { CommandForm } from '@/components/forms/command-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CouponOption } from '@/lib/domain/settlement-view';

interface UnusableCouponsProps {
  coupons: readonly CouponOption[];
  /** Chosen earlier: it counts again as soon as it can, unless the student takes it off. */
  chosenId: number | null;
  /** The command that chooses a coupon at this place. */
  fields: Readonly<Record<string, string | number>>;
}

/** Coupons that cannot be used here, with the reason and what is missing. */
export function UnusableCoupons({ coupons, chosenId, fields }: UnusableCouponsProps) {
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {coupons.map((coupon) => (
        <li key={coupon.recordId} className="min-w-0 rounded-lg bg-muted px-4 py-2.5">
          <p className="font-medium">{coupon.name}</p>
          <p className="text-muted-foreground text-sm">{coupon.rule}</p>
          <p className="text-sm">
            {coupon.orderNo === null ? (
              coupon.refusal
            ) : (
              <Link
                href={`/orders/${coupon.orderNo}`}
                className="inline-flex min-h-11 items-center break-all text-link underline underline-offset-4"
              >
                {coupon.refusal}
              </Link>
            )}
          </p>
          {coupon.recordId === chosenId && (
            <CommandForm fields={{ ...fields, recordId: '' }}>
              <SubmitButton variant="link" size="sm" aria-label={`不再使用「${coupon.name}」`}>
                已选，这次没有计入 · 取消选择
              </SubmitButton>
            </CommandForm>
          )}
        </li>
      ))}
    </ul>
  );
}
