import type { Metadata } from 'next';
import { FilterText } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { Alert } from '@/components/ui/alert';
import { listUsers } from '@/lib/data/admin/users';
import { readUserSearch } from '@/lib/domain/admin/user-search';
import { CouponFrame } from '../../_components/coupon-frame';
import { findHead } from '../../_components/find-coupon';
import { GrantComposer } from './_components/grant-composer';

export const metadata: Metadata = { title: '发放优惠券' };

export default async function GrantCouponPage({ params, searchParams }: PageProps<'/admin/coupons/[id]/grant'>) {
  const coupon = await findHead(params);
  const { q } = readUserSearch(await searchParams);
  const people = q === '' ? null : await listUsers(readUserSearch({ q }));
  return (
    <CouponFrame coupon={coupon} tab="grant">
      {coupon.state === 'stopped' ? (
        <Alert>这张优惠券已经停发，不能再发放。</Alert>
      ) : (
        <GrantComposer
          id={coupon.id}
          people={
            people && {
              total: people.total,
              rows: people.rows.map(({ id, username, nickname }) => ({ id, username, nickname })),
            }
          }
          search={
            <FilterForm
              action={`/admin/coupons/${coupon.id}/grant`}
              label="查找学员"
              clearHref={q === '' ? null : `/admin/coupons/${coupon.id}/grant`}
            >
              <FilterText name="q" label="关键词" value={q} placeholder="用户名、昵称或邮箱" />
            </FilterForm>
          }
        />
      )}
    </CouponFrame>
  );
}
