import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { LinkPending } from './link-pending';

interface FilterLinkProps {
  href: Route;
  current: boolean;
  children: ReactNode;
}

export function FilterLink({ href, current, children }: FilterLinkProps) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={current ? 'true' : undefined}
        className="flex min-h-11 items-center gap-2 rounded-md px-3 text-muted-foreground hover:bg-muted hover:text-foreground aria-[current]:bg-primary-soft aria-[current]:font-medium aria-[current]:text-primary-ink lg:min-h-9"
      >
        {children}
        <LinkPending />
      </Link>
    </li>
  );
}
