import { ChevronRight } from 'lucide-react';
import { type Column, DataTable } from '@/components/admin/data-table';

interface DayTableProps<Row> {
  /** What it lists, for screen readers. */
  label: string;
  /** Beside the day. */
  columns: readonly Column<Row>[];
  /** The oldest first. */
  rows: readonly Row[];
}

/** The figures behind a chart, day by day, today first. */
export function DayTable<Row extends { readonly day: string }>({ label, columns, rows }: DayTableProps<Row>) {
  const day: Column<Row> = { header: '日期', cell: (row) => row.day, className: 'whitespace-nowrap tabular-nums' };
  return (
    <details className="group border-t">
      <summary className="flex min-h-11 items-center gap-1 px-4 text-sm">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        按天查看数据
      </summary>
      <DataTable label={label} columns={[day, ...columns]} rows={rows.toReversed()} keyOf={(row) => row.day} />
    </details>
  );
}
