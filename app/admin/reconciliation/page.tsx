import type { Metadata } from 'next';
import Link from 'next/link';
import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { type Column, DataTable } from '@/components/admin/data-table';
import { ListFrame } from '@/components/admin/list-frame';
import { Panel } from '@/components/admin/panel';
import { Input } from '@/components/ui/input';
import { requireAdmin } from '@/lib/auth/guards';
import { type BillDayRow, listBillDays } from '@/lib/data/admin/reconciliation';
import { dayPath, daysPath, readDaySearch } from '@/lib/domain/admin/reconciliation-search';
import { formatYuan } from '@/lib/domain/money';
import { addDays, shanghaiDay, shanghaiMinute } from '@/lib/domain/shanghai-day';
import { BillDayBadge } from './_components/badges';
import { ReconciliationHeader } from './_components/reconciliation-header';
import { reconcile } from './actions';

export const metadata: Metadata = { title: '对账' };

const COLUMNS: readonly Column<BillDayRow>[] = [
  {
    header: '日期',
    cell: ({ bill: { day } }) => (
      <Link href={dayPath(day)} prefetch={false} className="whitespace-nowrap text-link tabular-nums hover:underline">
        {day}
      </Link>
    ),
  },
  { header: '状态', cell: ({ bill }) => <BillDayBadge status={bill.status} failure={bill.failure} /> },
  { header: '待处理差异', cell: ({ openCases }) => openCases, numeric: true },
  { header: '已了结', cell: ({ closedCases }) => closedCases, numeric: true, from: 'lg' },
  { header: '收款', cell: ({ bill }) => formatYuan(bill.paymentsFen), numeric: true, from: 'sm' },
  { header: '笔数', cell: ({ bill }) => bill.payments, numeric: true, from: 'lg' },
  { header: '退款', cell: ({ bill }) => formatYuan(bill.refundsFen), numeric: true, from: 'sm' },
  { header: '退款笔数', cell: ({ bill }) => bill.refunds, numeric: true, from: 'lg' },
  { header: '一致', cell: ({ bill }) => bill.matched, numeric: true, from: 'md' },
  {
    header: '核对时间',
    cell: ({ bill: { loadedAt } }) => (loadedAt ? shanghaiMinute(loadedAt) : '—'),
    from: '2xl',
    className: 'whitespace-nowrap tabular-nums text-muted-foreground',
  },
];

export default async function ReconciliationPage({ searchParams }: PageProps<'/admin/reconciliation'>) {
  await requireAdmin();
  const search = readDaySearch(await searchParams);
  const { rows, total, pageCount } = await listBillDays(search);
  const yesterday = addDays(shanghaiDay(new Date()), -1);
  return (
    <>
      <ReconciliationHeader current="days" />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <ListFrame
          total={total}
          unit="天"
          page={search.page}
          pageCount={pageCount}
          hrefOf={(page) => daysPath({ page })}
          empty="还没有核对过账单。每天早上自动核对前一天，也可以现在核对某一天。"
        >
          <DataTable label="每天的账单" columns={COLUMNS} rows={rows} keyOf={({ bill }) => bill.day} />
        </ListFrame>
        <Panel title="核对某一天">
          <EditForm action={reconcile} submit="下载并核对" variant="secondary">
            <FormField name="day" label="账单日期" hint="账单在第二天早上才有">
              <Input type="date" max={yesterday} defaultValue={yesterday} required />
            </FormField>
          </EditForm>
        </Panel>
      </div>
    </>
  );
}
