import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/guards';
import { findCouponForm } from '@/lib/data/admin/coupon-detail';
import { listProductSuggestions } from '@/lib/data/admin/coupons';
import { draftOf } from '@/lib/domain/admin/coupon-draft';
import { pathId } from '@/lib/domain/admin/search-path';
import { CouponForm } from '../../_components/coupon-form';
import { CouponFrame } from '../../_components/coupon-frame';
import { changeCoupon } from '../../actions';

export const metadata: Metadata = { title: '优惠券规则' };

export default async function EditCouponPage({ params }: PageProps<'/admin/coupons/[id]/edit'>) {
  await requireAdmin();
  const id = pathId((await params).id);
  const found = id === null ? null : await findCouponForm(id);
  if (!found) notFound();
  const { head, form, product, claimed, hasCopies } = found;
  const products = await listProductSuggestions();
  return (
    <CouponFrame coupon={head} tab="edit">
      <CouponForm
        action={changeCoupon}
        fields={{ id: head.id, version: form.version, copies: hasCopies ? '1' : '0' }}
        submit="保存优惠券"
        start={draftOf(form, product)}
        products={products}
        claimed={claimed}
        saved={hasCopies ? { version: head.version, draft: draftOf(form, product) } : null}
      />
    </CouponFrame>
  );
}
