import { ChevronRight } from 'lucide-react';
import { type Column, DataTable } from '@/components/admin/data-table';
import type { DayFigures } from '@/lib/domain/admin/overview';
import { formatYuan } from '@/lib/domain/money';

const COLUMNS: readonly Column<DayFigures>[] = [
  { header: '日期', cell: ({ day }) => day, className: 'whitespace-nowrap tabular-nums' },
  { header: '收入', cell: ({ revenueFen }) => formatYuan(revenueFen), numeric: true },
  { header: '已支付订单', cell: ({ paidOrders }) => paidOrders, numeric: true },
  { header: '待支付订单', cell: ({ pendingOrders }) => pendingOrders, numeric: true },
  { header: '新学员', cell: ({ newStudents }) => newStudents, numeric: true },
  { header: '绑定微信', cell: ({ boundStudents }) => boundStudents, numeric: true },
  { header: '消息已发送', cell: ({ sentMessages }) => sentMessages, numeric: true },
  { header: '消息失败', cell: ({ failedMessages }) => failedMessages, numeric: true },
];

/** The figures behind the charts, day by day, today first. */
export function DayTable({ series }: { series: readonly DayFigures[] }) {
  return (
    <details className="group border-t">
      <summary className="flex min-h-11 items-center gap-1 px-4 text-sm">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        按天查看数据
      </summary>
      <DataTable label="近 30 天每天的数据" columns={COLUMNS} rows={series.toReversed()} keyOf={({ day }) => day} />
    </details>
  );
}
