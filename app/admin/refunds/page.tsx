import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminHeader } from '@/components/admin/admin-header';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterDay, FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { RefundStatusBadge } from '@/components/order/refund-status';
import { requireAdmin } from '@/lib/auth/guards';
import { countWaitingRefunds, listRefunds, type RefundRow } from '@/lib/data/admin/refunds';
import { type RefundSearch, readRefundSearch, refundPath, refundSearchPath } from '@/lib/domain/admin/refund-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { userPath } from '@/lib/domain/admin/user-search';
import { backWords } from '@/lib/domain/order-timeline';
import { REFUND_KIND_LABELS, REFUND_SOURCE_LABELS } from '@/lib/domain/refund-kinds';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { REFUND_STATUS_LABELS } from '@/lib/domain/states';

export const metadata: Metadata = { title: '退款' };

const COLUMNS: readonly Column<RefundRow>[] = [
  {
    header: '退款单',
    cell: ({ id, kind, status, nickname }) => (
      <Link href={refundPath(id)} prefetch={false} className="group inline-grid justify-items-start gap-1">
        <span className="text-link tabular-nums group-hover:underline">
          {REFUND_KIND_LABELS[kind]} #{id}
        </span>
        <span className="flex items-center gap-2 text-muted-foreground text-xs sm:hidden">
          <RefundStatusBadge status={status} /> {nickname}
        </span>
      </Link>
    ),
    className: 'whitespace-nowrap',
  },
  { header: '状态', cell: ({ status }) => <RefundStatusBadge status={status} />, from: 'sm' },
  { header: '金额', cell: (refund) => backWords(refund), numeric: true },
  {
    header: '订单',
    cell: ({ orderNo }) => (
      <Link href={`/admin/orders/${orderNo}`} prefetch={false} className="tabular-nums hover:underline">
        {orderNo}
      </Link>
    ),
    from: 'lg',
  },
  {
    header: '用户',
    cell: ({ accountId, username, nickname }) => (
      <Link href={userPath(accountId)} prefetch={false} className="hover:underline">
        {nickname} <span className="text-muted-foreground">{username}</span>
      </Link>
    ),
    from: 'sm',
  },
  {
    header: '原因',
    cell: ({ source, reason }) => (
      <span className="line-clamp-1" title={reason}>
        <span className="text-muted-foreground">{REFUND_SOURCE_LABELS[source]}</span> {reason}
      </span>
    ),
    from: 'xl',
    className: 'max-w-72',
  },
  {
    header: '时间',
    cell: ({ createdAt }) => shanghaiMinute(createdAt),
    from: 'md',
    className: 'whitespace-nowrap tabular-nums',
  },
];

export default async function RefundsPage({ searchParams }: PageProps<'/admin/refunds'>) {
  await requireAdmin();
  const search = readRefundSearch(await searchParams);
  const [{ rows, total, pageCount }, waiting] = await Promise.all([listRefunds(search), countWaitingRefunds()]);
  return (
    <>
      <AdminHeader
        title="退款"
        description={waiting > 0 ? `${waiting} 个等待处理，排在最前面` : '没有等待处理的退款'}
      />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="个退款"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => refundSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有退款。学员申请后会出现在这里。'}
      >
        <DataTable label="退款" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: RefundSearch }) {
  return (
    <FilterForm action="/admin/refunds" label="筛选退款" clearHref={isFiltered(search) ? refundSearchPath({}) : null}>
      <FilterText name="q" label="关键词" value={search.q} placeholder="订单号或用户" />
      <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(REFUND_STATUS_LABELS)} />
      <FilterSelect name="source" label="来源" value={search.source} options={optionsOf(REFUND_SOURCE_LABELS)} />
      <FilterDay name="from" label="申请日期从" value={search.from} />
      <FilterDay name="to" label="到" value={search.to} />
    </FilterForm>
  );
}
