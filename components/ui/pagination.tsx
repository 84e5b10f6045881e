import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link, { type LinkProps } from 'next/link';
import type { ReactNode } from 'react';
import { pageWindow } from './page-window';

interface PaginationProps<T> {
  page: number;
  pageCount: number;
  /** The address of a page, from 1. */
  hrefOf: (page: number) => LinkProps<T>['href'];
}

const CELL = 'inline-flex size-11 items-center justify-center rounded-md tabular-nums';

/** Links to the neighbouring, first and last pages; nothing when there is one page only. */
export function Pagination<T>({ page, pageCount, hrefOf }: PaginationProps<T>) {
  if (pageCount <= 1) return null;
  const step = (to: number, label: string, icon: ReactNode) =>
    to < 1 || to > pageCount ? (
      <span aria-hidden className={`${CELL} text-muted-foreground opacity-50`}>
        {icon}
      </span>
    ) : (
      <Link href={hrefOf(to)} aria-label={label} className={`${CELL} hover:bg-muted`}>
        {icon}
      </Link>
    );
  return (
    <nav aria-label="分页" className="flex flex-wrap items-center justify-center gap-1">
      {step(page - 1, '上一页', <ChevronLeft aria-hidden className="size-5" />)}
      {pageWindow(page, pageCount).map((item) =>
        typeof item === 'string' ? (
          <span key={item} aria-hidden className="px-1 text-muted-foreground">
            …
          </span>
        ) : (
          <Link
            key={item}
            href={hrefOf(item)}
            aria-label={`第 ${item} 页`}
            aria-current={item === page ? 'page' : undefined}
            className={`${CELL} hover:bg-muted aria-[current=page]:bg-primary aria-[current=page]:font-semibold aria-[current=page]:text-primary-foreground`}
          >
            {item}
          </Link>
        ),
      )}
      {step(page + 1, '下一页', <ChevronRight aria-hidden className="size-5" />)}
    </nav>
  );
}
