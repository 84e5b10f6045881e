import { ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface ShelfProps {
  title: string;
  children: ReactNode;
  href?: Route;
  /** The text of the link to the rest. */
  more?: string;
}

export function Shelf({ title, children, href, more }: ShelfProps) {
  return (
    <section className="container-page pt-16 sm:pt-20">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6">
        <h2 className="font-bold text-2xl">{title}</h2>
        {href && (
          <Link href={href} className="inline-flex min-h-11 items-center text-link hover:underline">
            {more}
            <ChevronRight aria-hidden className="size-4" />
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}
