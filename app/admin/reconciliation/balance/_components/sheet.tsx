import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table';
import { type BalanceSums, heldFen, unexplained } from '@/lib/domain/balance-sheet';
import { formatYuan } from '@/lib/domain/money';
import type { Day } from '@/lib/domain/shanghai-day';

interface Line {
  readonly label: string;
  readonly of: (sums: BalanceSums) => number;
  readonly unit?: 'beli';
  /** A sum of those above. */
  readonly isTotal?: boolean;
}

const GROUPS: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  {
    title: '现金',
    lines: [
      { label: '收款', of: (sums) => sums.cashInFen },
      { label: '课程退款', of: (sums) => -sums.linesRefundedFen },
      { label: '晚到付款退回', of: (sums) => -sums.lateRefundedFen },
      {
        label: '留存',
        of: (sums) => sums.cashInFen - sums.linesRefundedFen - sums.lateRefundedFen,
        isTotal: true,
      },
      { label: '其中：没有退的课程', of: (sums) => heldFen(sums).linesFen },
      { label: '其中：还没有退回的晚到付款', of: (sums) => heldFen(sums).lateFen },
      { label: '无法解释', of: (sums) => unexplained(sums).cashFen, isTotal: true },
    ],
  },
  {
    title: '已付款订单的价格',
    lines: [
      { label: '原价', of: (sums) => sums.listFen },
      { label: '课程券', of: (sums) => -sums.lineDiscountFen },
      { label: '全场券', of: (sums) => -sums.orderDiscountFen },
      { label: '贝里抵扣', of: (sums) => -sums.linesBeli * 10 },
      { label: '现金', of: (sums) => sums.linesCashFen, isTotal: true },
      { label: '无法解释', of: (sums) => unexplained(sums).priceFen, isTotal: true },
    ],
  },
  {
    title: '贝里',
    lines: [
      { label: '订单使用', of: (sums) => sums.linesBeli, unit: 'beli' },
      { label: '贝里账上使用', of: (sums) => sums.beliCaptured, unit: 'beli' },
      { label: '退款退回', of: (sums) => sums.refundedLinesBeli, unit: 'beli' },
      { label: '贝里账上退回', of: (sums) => sums.beliReturned, unit: 'beli' },
      { label: '无法解释', of: (sums) => unexplained(sums).beli, unit: 'beli', isTotal: true },
    ],
  },
];

const amount = (value: number, unit: Line['unit']): string =>
  unit === 'beli' ? String(value) : formatYuan(value || 0);

/** The books of one day and up to its end. */
export function Sheet({ day, ofDay, upTo }: { day: Day; ofDay: BalanceSums; upTo: BalanceSums }) {
  return (
    <Card className="overflow-hidden p-0 sm:p-0">
      <Table aria-label="收支平衡表" className="text-sm">
        <thead>
          <TableRow>
            <TableHead className="pl-4">项目</TableHead>
            <TableHead className="text-right">{day} 当天</TableHead>
            <TableHead className="pr-4 text-right">截至当天结束</TableHead>
          </TableRow>
        </thead>
        {GROUPS.map(({ title, lines }) => (
          <tbody key={title} className="border-b last:border-b-0">
            <TableRow className="bg-muted/60">
              <th scope="rowgroup" colSpan={3} className="px-4 py-2 text-left font-semibold">
                {title}
              </th>
            </TableRow>
            {lines.map(({ label, of, unit, isTotal }) => (
              <TableRow key={label} className={cn(isTotal && 'font-semibold')}>
                <th scope="row" className={cn('px-4 py-2 text-left', !isTotal && 'font-normal')}>
                  {label}
                </th>
                <TableCell className="py-2 text-right tabular-nums">{amount(of(ofDay), unit)}</TableCell>
                <TableCell className="py-2 pr-4 text-right tabular-nums">{amount(of(upTo), unit)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        ))}
      </Table>
    </Card>
  );
}
