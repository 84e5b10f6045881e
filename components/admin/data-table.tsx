import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { TableCell, TableHead, TableRow } from '@/components/ui/table';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures: to the right, of one width. */
  readonly numeric?: boolean;
  /** Shown from this width on; what is hidden below it stands on the detail page. */
  readonly from?: 'sm' | 'md' | 'lg' | 'xl' | '2xl';
  readonly className?: string;
}

interface DataTableProps<Row> {
  /** What it lists, for screen readers. */
  label: string;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  /** Rows of one line each stand better in the middle, beside links that are tall to be hit by a finger. */
  align?: 'top' | 'middle';
}

const FROM = {
  sm: 'max-sm:hidden',
  md: 'max-md:hidden',
  lg: 'max-lg:hidden',
  xl: 'max-xl:hidden',
  '2xl': 'max-2xl:hidden',
} as const;

function styleOf<Row>({ numeric, from, className }: Column<Row>): string {
  return cn(
    'px-3 py-2 first:pl-4 last:pr-4',
    numeric && 'whitespace-nowrap text-right tabular-nums',
    from && FROM[from],
    className,
  );
}

/** The dashboard's dense table, rendered on the server. */
export function DataTable<Row>({ label, columns, rows, keyOf, align = 'top' }: DataTableProps<Row>) {
  const cellStyle = (column: Column<Row>) => cn(align === 'middle' ? 'align-middle' : 'align-top', styleOf(column));
  return (
    // Where it is too wide it scrolls in its own frame, by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={label} tabIndex={0} className="overflow-x-auto outline-offset-[-2px]">
      <table aria-label={label} className="w-full border-collapse text-left text-sm">
        <thead className="border-b">
          <tr>
            {columns.map((column) => (
              <TableHead key={column.header} className={cn('whitespace-nowrap text-xs', styleOf(column))}>
                {column.header}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)} className="hover:bg-muted/50">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.header} scope="row" className={cn('text-left font-normal', cellStyle(column))}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <TableCell key={column.header} className={cellStyle(column)}>
                    {column.cell(row)}
                  </TableCell>
                ),
              )}
            </TableRow>
          ))}
        </tbody>
      </table>
    </section>
  );
}
