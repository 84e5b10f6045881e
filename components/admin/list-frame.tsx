import type { LinkProps } from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';

interface ListFrameProps<T> {
  /** All rows that fit the filters, not only those of this page. */
  total: number;
  /** What is counted: 个订单. */
  unit: string;
  page: number;
  pageCount: number;
  hrefOf: (page: number) => LinkProps<T>['href'];
  /** What it says when there is nothing at all; null, or left out, while a filter may be why nothing is shown. */
  empty?: string | null;
  /** The table. */
  children: ReactNode;
}

/** A page of a list: how many there are, the table, the other pages. */
export function ListFrame<T>({ total, unit, page, pageCount, hrefOf, empty = null, children }: ListFrameProps<T>) {
  return (
    <div className="grid gap-4">
      <Card className="overflow-hidden p-0 sm:p-0">
        <p role="status" className="border-b px-4 py-2 text-muted-foreground text-sm tabular-nums">
          共 {total} {unit}
        </p>
        {total === 0 ? (
          <p className="text-balance px-4 py-12 text-center text-muted-foreground">
            {empty ?? '没有符合条件的结果，换一个条件试试。'}
          </p>
        ) : (
          children
        )}
      </Card>
      <Pagination page={page} pageCount={pageCount} hrefOf={hrefOf} />
    </div>
  );
}
