import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { listProductSuggestions } from '@/lib/data/admin/coupons';
import type { CouponDraft } from '@/lib/domain/admin/coupon-draft';
import { addDays, type Day, shanghaiDay } from '@/lib/domain/shanghai-day';
import { CouponForm } from '../_components/coupon-form';
import { createCoupon } from '../actions';

export const metadata: Metadata = { title: '新建优惠券' };

const MONTH = 29;

/** A month of claiming and using, from today. */
const emptyDraft = (today: Day): CouponDraft => ({
  name: '',
  brief: '',
  kind: 'fixed',
  channel: 'centre',
  product: '',
  value: '',
  minimum: '',
  rate: '',
  cap: '',
  quantity: '',
  perAccountLimit: '1',
  claimFrom: today,
  claimUntil: addDays(today, MONTH),
  validity: 'dates',
  validFrom: today,
  validUntil: addDays(today, MONTH),
  validDays: '',
});

export default async function NewCouponPage() {
  await requireAdmin();
  const products = await listProductSuggestions();
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '优惠券', href: '/admin/coupons' }, { label: '新建优惠券' }]} />}
        title="新建优惠券"
      />
      <CouponForm
        action={createCoupon}
        submit="创建优惠券"
        start={emptyDraft(shanghaiDay(new Date()))}
        products={products}
        claimed={0}
        saved={null}
      />
    </>
  );
}
