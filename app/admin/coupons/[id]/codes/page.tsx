import { randomUUID } from 'node:crypto';
import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { Panel } from '@/components/admin/panel';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { type CouponCodeRow, listCouponCodes } from '@/lib/data/admin/coupon-codes';
import type { CouponHead } from '@/lib/data/admin/coupon-detail';
import {
  type CouponCodeSearch,
  couponCodesFile,
  couponCodesPath,
  readCouponCodeSearch,
} from '@/lib/domain/admin/coupon-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { CouponFrame } from '../../_components/coupon-frame';
import { findHead } from '../../_components/find-coupon';
import { CodeForms } from './_components/code-forms';
import { CopyCode } from './_components/copy-code';

export const metadata: Metadata = { title: '兑换码' };

const columns = (id: number): readonly Column<CouponCodeRow>[] => [
  { header: '兑换码', cell: ({ code }) => <CopyCode code={code} /> },
  { header: '已用 / 可用', cell: ({ uses, maxUses }) => `${uses} / ${maxUses}`, numeric: true },
  {
    header: '生成时间',
    cell: ({ createdAt, batchId }) =>
      batchId === null ? (
        shanghaiMinute(createdAt)
      ) : (
        <Link
          href={couponCodesPath(id, { batch: batchId })}
          prefetch={false}
          title="只看这一批"
          className="text-link hover:underline"
        >
          {shanghaiMinute(createdAt)}
        </Link>
      ),
    className: 'whitespace-nowrap tabular-nums',
  },
];

export default async function CouponCodesPage({ params, searchParams }: PageProps<'/admin/coupons/[id]/codes'>) {
  const coupon = await findHead(params);
  const search = readCouponCodeSearch(await searchParams);
  const { rows, total, pageCount } = await listCouponCodes(coupon.id, search);
  return (
    <CouponFrame coupon={coupon} tab="codes">
      <Generate coupon={coupon} />
      <FilterForm
        action={`/admin/coupons/${coupon.id}/codes`}
        label="筛选兑换码"
        clearHref={isFiltered(search) ? couponCodesPath(coupon.id, {}) : null}
      >
        {search.batch !== null && <input type="hidden" name="batch" value={search.batch} />}
        <FilterText name="q" label="兑换码" value={search.q} placeholder="开头几位" narrow />
        <FilterSelect
          name="state"
          label="状态"
          value={search.state}
          options={optionsOf({ left: '还能用', used: '已用完' })}
        />
      </FilterForm>
      <Downloads id={coupon.id} search={search} total={total} />
      <ListFrame
        total={total}
        unit={search.batch === null ? '个兑换码' : '个兑换码（同一批）'}
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => couponCodesPath(coupon.id, { ...search, page })}
        empty={isFiltered(search) ? null : '还没有兑换码。'}
      >
        <DataTable label="兑换码" columns={columns(coupon.id)} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </CouponFrame>
  );
}

function Generate({ coupon: { id, channel, state } }: { coupon: CouponHead }) {
  if (channel === 'grant') {
    return <Alert className="mb-4">这张优惠券只由学校发放，没有兑换码。要用兑换码，请先在「规则」里改发放方式。</Alert>;
  }
  if (state === 'stopped') return <Alert className="mb-4">这张优惠券已经停发，兑换码不再起作用。</Alert>;
  return (
    <Panel title="生成兑换码" className="mb-4">
      {/* One key for each form that is shown: sending it twice generates once. */}
      <CodeForms id={id} single={randomUUID()} shared={randomUUID()} />
    </Panel>
  );
}

function Downloads({ id, search, total }: { id: number; search: CouponCodeSearch; total: number }) {
  if (total === 0) return null;
  return (
    <div className="mb-4 flex justify-end">
      <Button asChild variant="secondary" size="sm">
        <a href={couponCodesFile(id, search)} download>
          <Download aria-hidden className="size-4" />
          下载 CSV
        </a>
      </Button>
    </div>
  );
}
