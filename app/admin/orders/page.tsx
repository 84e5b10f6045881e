import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminHeader } from '@/components/admin/admin-header';
import { type Column, DataTable } from '@/components/admin/data-table';
import { DownloadLink } from '@/components/admin/download-link';
import { FilterDay, FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { OrderLink } from '@/components/admin/order-link';
import { OrderStatusBadge } from '@/components/order/order-status';
import { requireAdmin } from '@/lib/auth/guards';
import { listOrders, type OrderRow } from '@/lib/data/admin/orders';
import {
  type OrderSearch,
  orderSearchPath,
  ordersFile,
  REFUND_FILTER_LABELS,
  readOrderSearch,
} from '@/lib/domain/admin/order-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { userPath } from '@/lib/domain/admin/user-search';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { ORDER_STATUS_LABELS } from '@/lib/domain/states';

export const metadata: Metadata = { title: '订单' };

const COLUMNS: readonly Column<OrderRow>[] = [
  {
    header: '订单号',
    cell: ({ orderNo, status, nickname }) => <OrderLink orderNo={orderNo} status={status} detail={nickname} />,
  },
  { header: '状态', cell: ({ status }) => <OrderStatusBadge status={status} />, from: 'sm' },
  { header: '实付', cell: ({ cashFen }) => formatYuan(cashFen), numeric: true },
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
    header: '课程',
    cell: ({ courses }) => (
      <span className="line-clamp-1" title={courses.join('、')}>
        {courses.length > 1 && `（${courses.length} 门）`}
        {courses.join('、')}
      </span>
    ),
    from: 'lg',
    className: 'max-w-80',
  },
  {
    header: '下单时间',
    cell: ({ placedAt }) => shanghaiMinute(placedAt),
    from: 'md',
    className: 'whitespace-nowrap tabular-nums',
  },
];

export default async function OrdersPage({ searchParams }: PageProps<'/admin/orders'>) {
  await requireAdmin();
  const search = readOrderSearch(await searchParams);
  const { rows, total, pageCount } = await listOrders(search);
  return (
    <>
      <AdminHeader title="订单" actions={<DownloadLink href={ordersFile(search)} />} />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="个订单"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => orderSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有订单。'}
      >
        <DataTable label="订单" columns={COLUMNS} rows={rows} keyOf={({ orderNo }) => orderNo} />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: OrderSearch }) {
  return (
    <FilterForm action="/admin/orders" label="筛选订单" clearHref={isFiltered(search) ? orderSearchPath({}) : null}>
      <FilterText name="q" label="关键词" value={search.q} placeholder="订单号、用户或课程名" />
      <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(ORDER_STATUS_LABELS)} />
      <FilterSelect name="refund" label="退款" value={search.refund} options={optionsOf(REFUND_FILTER_LABELS)} />
      <FilterDay name="from" label="下单日期从" value={search.from} />
      <FilterDay name="to" label="到" value={search.to} />
    </FilterForm>
  );
}
