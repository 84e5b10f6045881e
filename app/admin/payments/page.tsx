import type { Metadata } from 'next';
import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterDay, FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { requireAdmin } from '@/lib/auth/guards';
import { listPayments, type PaymentRow } from '@/lib/data/admin/payments';
import {
  type PaymentSearch,
  paymentPath,
  paymentSearchPath,
  readPaymentSearch,
} from '@/lib/domain/admin/payment-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { formatYuan } from '@/lib/domain/money';
import { METHOD_LABELS, PAYMENT_STATUS_LABELS } from '@/lib/domain/payment-labels';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { PaymentStatusBadge } from './_components/payment-status';
import { PaymentsHeader } from './_components/payments-header';

export const metadata: Metadata = { title: '支付' };

const COLUMNS: readonly Column<PaymentRow>[] = [
  {
    header: '支付编号',
    cell: ({ id, outTradeNo }) => (
      <Link href={paymentPath(id)} prefetch={false} className="break-all text-link tabular-nums hover:underline">
        {outTradeNo}
      </Link>
    ),
  },
  { header: '状态', cell: ({ status }) => <PaymentStatusBadge status={status} /> },
  { header: '金额', cell: ({ amountFen }) => formatYuan(amountFen), numeric: true },
  { header: '支付宝交易号', cell: ({ tradeNo }) => tradeNo ?? '—', from: 'xl', className: 'tabular-nums' },
  { header: '方式', cell: ({ method }) => METHOD_LABELS[method], from: 'lg', className: 'whitespace-nowrap' },
  { header: '用户', cell: ({ nickname }) => nickname, from: 'md' },
  {
    header: '发起时间',
    cell: ({ createdAt }) => shanghaiMinute(createdAt),
    from: 'sm',
    className: 'whitespace-nowrap tabular-nums',
  },
];

export default async function PaymentsPage({ searchParams }: PageProps<'/admin/payments'>) {
  await requireAdmin();
  const search = readPaymentSearch(await searchParams);
  const { rows, total, pageCount } = await listPayments(search);
  return (
    <>
      <PaymentsHeader current="attempts" />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="次支付"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => paymentSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有人付过款。'}
      >
        <DataTable label="支付" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: PaymentSearch }) {
  return (
    <FilterForm action="/admin/payments" label="筛选支付" clearHref={isFiltered(search) ? paymentSearchPath({}) : null}>
      <FilterText name="q" label="编号" value={search.q} placeholder="支付编号、交易号或订单号的开头" />
      <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(PAYMENT_STATUS_LABELS)} />
      <FilterDay name="from" label="发起日期从" value={search.from} />
      <FilterDay name="to" label="到" value={search.to} />
    </FilterForm>
  );
}
