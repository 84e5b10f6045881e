import { X } from 'lucide-react';
import Link from 'next/link';
import type { Category } from '@/lib/data/catalogue-list';
import { COURSE_LEVEL_LABELS, COURSE_TYPE_LABELS } from '@/lib/domain/catalogue';
import { type CourseFilter, changeFilter, courseListHref, NO_FILTER, PRICE_BANDS } from '@/lib/domain/course-filter';

interface ActiveFiltersProps {
  filter: CourseFilter;
  categories: readonly Category[];
}

/** What the list is narrowed to, each with a way to let go of it. */
export function ActiveFilters({ filter, categories }: ActiveFiltersProps) {
  const chips = describe(filter, categories);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="已选条件" className="flex flex-wrap items-center gap-2">
      {chips.map(({ label, change }) => (
        <li key={label}>
          <Link
            href={courseListHref(changeFilter(filter, change))}
            scroll={false}
            prefetch={false}
            aria-label={`去掉条件：${label}`}
            className="inline-flex min-h-11 items-center gap-1.5 rounded-full bg-primary-soft px-3 text-primary-ink text-sm hover:underline sm:min-h-9"
          >
            {label}
            <X aria-hidden className="size-4" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href={courseListHref({ ...NO_FILTER, sort: filter.sort })}
          scroll={false}
          prefetch={false}
          className="inline-flex min-h-11 items-center px-2 text-link text-sm hover:underline sm:min-h-9"
        >
          清除全部
        </Link>
      </li>
    </ul>
  );
}

interface Chip {
  readonly label: string;
  readonly change: Parameters<typeof changeFilter>[1];
}

function describe(filter: CourseFilter, categories: readonly Category[]): Chip[] {
  const category = categories.find(({ slug }) => slug === filter.category);
  const sub = categories.flatMap(({ subCategories }) => subCategories).find(({ slug }) => slug === filter.sub);
  const chips: (Chip | false)[] = [
    filter.q !== '' && { label: `“${filter.q}”`, change: { q: '' } },
    // A name that is not ours still narrows the list to nothing: it must be possible to let go of it.
    filter.category !== null && { label: category?.name ?? filter.category, change: { category: null } },
    filter.sub !== null && { label: sub?.name ?? filter.sub, change: { sub: null } },
    filter.type !== null && { label: COURSE_TYPE_LABELS[filter.type], change: { type: null } },
    filter.level !== null && { label: COURSE_LEVEL_LABELS[filter.level], change: { level: null } },
    filter.price !== null && { label: PRICE_BANDS[filter.price].label, change: { price: null } },
  ];
  return chips.filter((chip) => chip !== false);
}
