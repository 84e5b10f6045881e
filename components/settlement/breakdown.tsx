import { cn } from '@/components/ui/cn';
import { beliToFen, formatYuan } from '@/lib/domain/money';
import type { Amounts } from '@/lib/domain/settlement';

interface BreakdownProps {
  amounts: Amounts;
  /** What the last row is called: 应付 before, 实付 after the payment. */
  cashLabel?: string;
  className?: string;
}

/** 原价 − 课程券 − 全场券 − 贝里 = 应付, a row each, zeros included: the sum can be checked by eye. */
export function Breakdown({ amounts, cashLabel = '应付', className }: BreakdownProps) {
  const { listFen, lineDiscountFen, orderDiscountFen, beli, cashFen } = amounts;
  const rows = [
    { label: '课程券', fen: lineDiscountFen },
    { label: '全场券', fen: orderDiscountFen },
    { label: beli > 0 ? `贝里（${beli} 个）` : '贝里', fen: beliToFen(beli) },
  ];
  return (
    <dl className={cn('grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 tabular-nums', className)}>
      <dt className="text-muted-foreground">原价</dt>
      <dd className="text-right">{formatYuan(listFen)}</dd>
      {rows.map((row) => (
        <div key={row.label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted-foreground">{row.label}</dt>
          <dd className={cn('text-right', row.fen > 0 ? 'text-success-ink' : 'text-muted-foreground')}>
            −{formatYuan(row.fen)}
          </dd>
        </div>
      ))}
      <div className="col-span-2 mt-1 grid grid-cols-subgrid items-baseline border-t pt-3">
        <dt className="font-semibold">{cashLabel}</dt>
        <dd className="text-right font-bold text-2xl text-primary-ink">{formatYuan(cashFen)}</dd>
      </div>
    </dl>
  );
}
