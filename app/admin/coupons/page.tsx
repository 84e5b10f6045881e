import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminHeader } from '@/components/admin/admin-header';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { Button } from '@/components/ui/button';
import { requireAdmin } from '@/lib/auth/guards';
import { type CouponRow, listCoupons } from '@/lib/data/admin/coupons';
import {
  COUPON_STATE_LABELS,
  type CouponSearch,
  couponPath,
  couponSearchPath,
  readCouponSearch,
} from '@/lib/domain/admin/coupon-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { describeRule } from '@/lib/domain/coupon';
import { COUPON_CHANNEL_LABELS, COUPON_KIND_LABELS } from '@/lib/domain/coupon-kinds';
import { CouponStateBadge } from './_components/state-badge';

export const metadata: Metadata = { title: '优惠券' };

const COLUMNS: readonly Column<CouponRow>[] = [
  {
    header: '优惠券',
    cell: ({ id, name, rule }) => (
      <Link href={couponPath(id)} prefetch={false} className="group inline-grid">
        <span className="text-link group-hover:underline">{name}</span>
        <span className="text-muted-foreground text-xs">{describeRule(rule)}</span>
      </Link>
    ),
  },
  { header: '状态', cell: ({ state }) => <CouponStateBadge state={state} /> },
  { header: '适用', cell: ({ productName }) => productName ?? '整个订单', from: 'md' },
  {
    header: '发放方式',
    cell: ({ channel }) => COUPON_CHANNEL_LABELS[channel],
    from: 'sm',
    className: 'whitespace-nowrap',
  },
  {
    header: '已领 / 数量',
    cell: ({ claimed, quantity }) => `${claimed} / ${quantity ?? '不限'}`,
    numeric: true,
  },
  {
    header: '领取时间',
    cell: ({ claimFrom, claimUntil }) => `${claimFrom} – ${claimUntil}`,
    from: 'lg',
    className: 'whitespace-nowrap tabular-nums text-muted-foreground',
  },
  { header: '版本', cell: ({ version }) => version, numeric: true, from: 'xl' },
];

export default async function CouponsPage({ searchParams }: PageProps<'/admin/coupons'>) {
  await requireAdmin();
  const search = readCouponSearch(await searchParams);
  const { rows, total, pageCount } = await listCoupons(search);
  return (
    <>
      <AdminHeader
        title="优惠券"
        description="课程券在一门课上使用，全场券在整个订单上使用。"
        actions={
          <Button asChild size="sm">
            <Link href="/admin/coupons/new" prefetch={false}>
              <Plus aria-hidden className="size-4" />
              新建优惠券
            </Link>
          </Button>
        }
      />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="种优惠券"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => couponSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有优惠券，点「新建优惠券」开始。'}
      >
        <DataTable label="优惠券" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: CouponSearch }) {
  return (
    <FilterForm action="/admin/coupons" label="筛选优惠券" clearHref={isFiltered(search) ? couponSearchPath({}) : null}>
      <FilterText name="q" label="名称" value={search.q} placeholder="优惠券名称" />
      <FilterSelect name="state" label="状态" value={search.state} options={optionsOf(COUPON_STATE_LABELS)} />
      <FilterSelect name="kind" label="类型" value={search.kind} options={optionsOf(COUPON_KIND_LABELS)} />
      <FilterSelect
        name="bound"
        label="适用"
        value={search.bound}
        options={optionsOf({ yes: '一门课程', no: '整个订单' })}
      />
      <FilterSelect name="channel" label="发放方式" value={search.channel} options={optionsOf(COUPON_CHANNEL_LABELS)} />
    </FilterForm>
  );
}
