import type { Metadata } from 'next';
import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterDay } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { Panel } from '@/components/admin/panel';
import { Alert } from '@/components/ui/alert';
import { requireAdmin } from '@/lib/auth/guards';
import { type BalanceDifference, readBalance } from '@/lib/data/admin/balance-sheet';
import { readBalanceDay } from '@/lib/domain/admin/reconciliation-search';
import { isBalanced, unexplained } from '@/lib/domain/balance-sheet';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiDay, shanghaiSecond } from '@/lib/domain/shanghai-day';
import { ReconciliationHeader } from '../_components/reconciliation-header';
import { Sheet } from './_components/sheet';

export const metadata: Metadata = { title: '收支平衡表' };

const COLUMNS: readonly Column<BalanceDifference>[] = [
  {
    header: '订单',
    cell: ({ orderNo }) => (
      <Link href={`/admin/orders/${orderNo}`} prefetch={false} className="break-all text-link hover:underline">
        {orderNo}
      </Link>
    ),
  },
  { header: '不符', cell: ({ what }) => (what === 'late' ? '晚到的付款' : '订单的现金') },
  { header: '实际留存', cell: ({ heldFen }) => formatYuan(heldFen), numeric: true },
  { header: '应当留存', cell: ({ expectedFen }) => formatYuan(expectedFen), numeric: true },
];

export default async function BalancePage({ searchParams }: PageProps<'/admin/reconciliation/balance'>) {
  await requireAdmin();
  const day = readBalanceDay(await searchParams) ?? shanghaiDay(new Date());
  const { ofDay, upTo, differences } = await readBalance(day);
  const left = unexplained(upTo);
  const isFine = isBalanced(left) && differences.length === 0;
  return (
    <>
      <ReconciliationHeader current="balance" />
      <FilterForm action="/admin/reconciliation/balance" label="选择日期" clearHref={null}>
        <FilterDay name="day" label="截至这一天结束" value={day} />
      </FilterForm>
      <Alert tone={isFine ? 'success' : 'danger'} role="status" className="mb-4">
        {isFine
          ? `截至 ${day}：无法解释的差额 ¥0.00，0 贝里。（${shanghaiSecond(new Date())} 重新计算）`
          : `截至 ${day}：现金差额 ${formatYuan(left.cashFen)}，价格差额 ${formatYuan(left.priceFen)}，贝里差额 ${left.beli}，${differences.length} 个订单不符。`}
      </Alert>
      <Sheet day={day} ofDay={ofDay} upTo={upTo} />
      {differences.length > 0 && (
        <Panel title="不符的订单" flush className="mt-4">
          <DataTable
            label="不符的订单"
            columns={COLUMNS}
            rows={differences}
            keyOf={({ orderNo, what }) => `${orderNo} ${what}`}
          />
        </Panel>
      )}
      <p className="mt-4 max-w-3xl text-muted-foreground text-sm">
        收到的钱 − 退掉的钱 = 已付款且没有退的课程的现金份额之和 + 还没有退回的晚到付款。原价 = 优惠 + 贝里 + 现金。
        每次打开这一页都从支付、退款、订单和贝里明细重新计算。
      </p>
    </>
  );
}
