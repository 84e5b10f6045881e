import Link, { type LinkProps } from 'next/link';
import type { ReactNode } from 'react';
import { cn } from './cn';

export interface TabLink<T> {
  readonly href: LinkProps<T>['href'];
  readonly label: ReactNode;
  readonly current: boolean;
}

/** Tabs that are links: each has its own address, and works without JavaScript. */
export function TabLinks<T>({ label, tabs, className }: { label: string; tabs: TabLink<T>[]; className?: string }) {
  return (
    <nav aria-label={label} className={cn('overflow-x-auto border-b', className)}>
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          // On a phone the row begins where the reader is.
          <li
            key={JSON.stringify(tab.href)}
            className={cn('shrink-0', tab.current && '[scroll-initial-target:nearest]')}
          >
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={cn(
                'inline-flex min-h-11 items-center border-transparent border-b-2 px-4 text-muted-foreground',
                'hover:text-foreground aria-[current=page]:border-primary aria-[current=page]:font-semibold',
                'aria-[current=page]:text-foreground',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
