import Link from 'next/link';
import { Facts } from '@/components/admin/facts';
import type { CouponForAdmin } from '@/lib/data/admin/coupon-detail';
import { couponCodesPath } from '@/lib/domain/admin/coupon-search';
import { describeRule } from '@/lib/domain/coupon';
import { COUPON_CHANNEL_LABELS } from '@/lib/domain/coupon-kinds';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { validityText } from './coupon-words';

/** The current version in words. */
export function RuleFacts({ coupon: { id, current, codes } }: { coupon: CouponForAdmin }) {
  const { rule, product, claimFrom, claimUntil, perAccountLimit, quantity, claimed, stoppedAt } = current;
  return (
    <Facts
      facts={[
        { label: '优惠', value: describeRule(rule) },
        { label: '适用', value: product ? <ProductLink product={product} /> : '整个订单' },
        { label: '说明', value: current.brief || null },
        { label: '发放方式', value: COUPON_CHANNEL_LABELS[current.channel] },
        { label: '领取时间', value: `${claimFrom} – ${claimUntil}` },
        { label: '有效期', value: validityText(current) },
        { label: '数量', value: quantity === null ? '不限' : `${quantity}，还剩 ${quantity - claimed}` },
        { label: '每人限领', value: `${perAccountLimit} 张` },
        {
          label: '兑换码',
          value:
            codes === 0 ? null : (
              <Link href={couponCodesPath(id, {})} prefetch={false} className="text-link hover:underline">
                {codes} 个
              </Link>
            ),
        },
        ...(stoppedAt ? [{ label: '停发时间', value: shanghaiMinute(stoppedAt) }] : []),
      ]}
    />
  );
}

function ProductLink({ product: { id, name, kind } }: { product: NonNullable<CouponForAdmin['current']['product']> }) {
  return (
    <Link
      href={kind === 'course' ? `/admin/courses/${id}` : `/admin/degrees/${id}`}
      prefetch={false}
      className="text-link hover:underline"
    >
      {name}
    </Link>
  );
}
