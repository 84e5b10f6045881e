import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type CouponRecordRow, listCouponRecords } from '@/lib/data/admin/coupon-records';
import {
  type CouponRecordSearch,
  couponRecordsFile,
  couponRecordsPath,
  readCouponRecordSearch,
} from '@/lib/domain/admin/coupon-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { userPath } from '@/lib/domain/admin/user-search';
import { COUPON_SOURCE_LABELS } from '@/lib/domain/coupon-kinds';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { COUPON_RECORD_STATUS_LABELS, type CouponRecordStatus } from '@/lib/domain/states';
import { CouponFrame } from '../../_components/coupon-frame';
import { findHead } from '../../_components/find-coupon';

export const metadata: Metadata = { title: '领取记录' };

const TONES = {
  unused: 'success',
  locked: 'gold',
  used: 'neutral',
  expired: 'neutral',
} as const satisfies Record<CouponRecordStatus, string>;

const TIME = 'whitespace-nowrap tabular-nums text-muted-foreground';

const COLUMNS: readonly Column<CouponRecordRow>[] = [
  {
    header: '学员',
    cell: ({ accountId, username, nickname }) => (
      <Link href={userPath(accountId)} prefetch={false} className="group inline-grid">
        <span className="text-link group-hover:underline">{nickname}</span>
        <span className="text-muted-foreground text-xs">{username}</span>
      </Link>
    ),
  },
  {
    header: '状态',
    cell: ({ status }) => <Badge tone={TONES[status]}>{COUPON_RECORD_STATUS_LABELS[status]}</Badge>,
  },
  {
    header: '订单',
    cell: ({ orderNo }) =>
      orderNo === null ? (
        '—'
      ) : (
        <Link href={`/admin/orders/${orderNo}`} prefetch={false} className="text-link tabular-nums hover:underline">
          {orderNo}
        </Link>
      ),
    from: 'sm',
  },
  { header: '来源', cell: ({ source }) => COUPON_SOURCE_LABELS[source], from: 'sm', className: 'whitespace-nowrap' },
  { header: '版本', cell: ({ version }) => version, numeric: true, from: 'lg' },
  { header: '可用', cell: ({ validFrom, validUntil }) => `${validFrom} – ${validUntil}`, from: 'lg', className: TIME },
  { header: '领取时间', cell: ({ claimedAt }) => shanghaiMinute(claimedAt), from: 'md', className: TIME },
  { header: '编号', cell: ({ number }) => number, from: 'xl', className: TIME },
];

export default async function CouponRecordsPage({ params, searchParams }: PageProps<'/admin/coupons/[id]/records'>) {
  const coupon = await findHead(params);
  const search = readCouponRecordSearch(await searchParams);
  const { rows, total, pageCount } = await listCouponRecords(coupon.id, search);
  return (
    <CouponFrame coupon={coupon} tab="records">
      <Filters id={coupon.id} version={coupon.version} search={search} />
      <div className="mb-4 flex justify-end">
        <Button asChild variant="secondary" size="sm">
          <a href={couponRecordsFile(coupon.id, search)} download>
            <Download aria-hidden className="size-4" />
            下载 CSV
          </a>
        </Button>
      </div>
      <ListFrame
        total={total}
        unit="张"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => couponRecordsPath(coupon.id, { ...search, page })}
        empty={isFiltered(search) ? null : '还没有人领取。'}
      >
        <DataTable label="领取记录" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </CouponFrame>
  );
}

function Filters({ id, version, search }: { id: number; version: number; search: CouponRecordSearch }) {
  const versions = Array.from({ length: version }, (_, index) => String(version - index));
  return (
    <FilterForm
      action={`/admin/coupons/${id}/records`}
      label="筛选领取记录"
      clearHref={isFiltered(search) ? couponRecordsPath(id, {}) : null}
    >
      <FilterText name="q" label="学员" value={search.q} placeholder="用户名、昵称或券编号" />
      <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(COUPON_RECORD_STATUS_LABELS)} />
      <FilterSelect name="source" label="来源" value={search.source} options={optionsOf(COUPON_SOURCE_LABELS)} />
      <FilterSelect
        name="version"
        label="版本"
        value={search.version === null ? null : String(search.version)}
        options={versions.map((value) => ({ value, label: `第 ${value} 版` }))}
      />
    </FilterForm>
  );
}
