import { ChevronRight } from 'lucide-react';
import Link, { type LinkProps } from 'next/link';

export interface Crumb<T> {
  readonly label: string;
  /** Absent on the page one is on. */
  readonly href?: LinkProps<T>['href'];
}

export function Breadcrumbs<T>({ crumbs }: { crumbs: Crumb<T>[] }) {
  return (
    <nav aria-label="当前位置" className="text-muted-foreground text-sm">
      <ol className="flex flex-wrap items-center gap-x-1">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="inline-flex items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-4" />}
            {crumb.href === undefined ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <Link
                href={crumb.href}
                className="inline-flex min-h-11 items-center hover:text-foreground sm:min-h-9 hover:underline"
              >
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
