import Link from 'next/link';
import { COURSE_SORTS, type CourseFilter, changeFilter, courseListHref } from '@/lib/domain/course-filter';

const SORTS = ['default', 'newest', 'popular', 'price-asc', 'price-desc'] as const;

export function SortLinks({ filter }: { filter: CourseFilter }) {
  return (
    <nav aria-label="排序" className="-mx-2 overflow-x-auto">
      <ul className="flex">
        {SORTS.map((sort) => (
          <li key={sort} className="shrink-0">
            <Link
              href={courseListHref(changeFilter(filter, { sort }))}
              scroll={false}
              prefetch={false}
              aria-current={filter.sort === sort ? 'true' : undefined}
              className="inline-flex min-h-11 items-center px-2 text-muted-foreground text-sm hover:text-foreground aria-[current]:font-semibold aria-[current]:text-foreground aria-[current]:underline aria-[current]:decoration-2 aria-[current]:decoration-primary aria-[current]:underline-offset-8"
            >
              {COURSE_SORTS[sort]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
