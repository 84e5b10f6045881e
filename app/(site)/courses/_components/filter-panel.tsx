import { ChevronDown, SlidersHorizontal } from 'lucide-react';
import type { Category } from '@/lib/data/catalogue-list';
import { COURSE_LEVEL_LABELS, COURSE_LEVELS, COURSE_TYPE_LABELS, COURSE_TYPES } from '@/lib/domain/catalogue';
import { type CourseFilter, changeFilter, courseListHref, PRICE_BANDS } from '@/lib/domain/course-filter';
import { FilterGroup } from './filter-group';
import { FilterLink } from './filter-link';

interface FilterPanelProps {
  filter: CourseFilter;
  categories: readonly Category[];
}

/** Every choice is a link. On a phone the choices fold into one line, which needs no JavaScript to open. */
export function FilterPanel({ filter, categories }: FilterPanelProps) {
  return (
    <>
      <details className="group rounded-lg border bg-card px-4 lg:hidden">
        <summary className="flex min-h-11 list-none items-center gap-2 font-medium">
          <SlidersHorizontal aria-hidden className="size-4" />
          筛选
          <ChevronDown aria-hidden className="ml-auto size-5 transition-transform group-open:rotate-180" />
        </summary>
        <div className="pb-4">
          <Choices filter={filter} categories={categories} />
        </div>
      </details>
      <aside aria-label="筛选" className="max-lg:hidden">
        <Choices filter={filter} categories={categories} />
      </aside>
    </>
  );
}

function Choices({ filter, categories }: FilterPanelProps) {
  const option = (change: Parameters<typeof changeFilter>[1], label: string, current: boolean) => (
    <FilterLink key={label} href={courseListHref(changeFilter(filter, change))} current={current}>
      {label}
    </FilterLink>
  );
  const open = openCategory(filter, categories);
  return (
    <div className="grid gap-6">
      <FilterGroup title="方向">
        {option({ category: null }, '全部', filter.category === null && filter.sub === null)}
        {categories.map(({ slug, name }) => option({ category: slug }, name, open?.slug === slug))}
      </FilterGroup>
      {open && (
        <FilterGroup title="细分">
          {option({ category: open.slug, sub: null }, '不限', filter.sub === null)}
          {open.subCategories.map((sub) =>
            option({ category: open.slug, sub: sub.slug }, sub.name, filter.sub === sub.slug),
          )}
        </FilterGroup>
      )}
      <FilterGroup title="类型">
        {option({ type: null }, '全部', filter.type === null)}
        {COURSE_TYPES.map((type) => option({ type }, COURSE_TYPE_LABELS[type], filter.type === type))}
      </FilterGroup>
      <FilterGroup title="难度">
        {option({ level: null }, '全部', filter.level === null)}
        {COURSE_LEVELS.map((level) => option({ level }, COURSE_LEVEL_LABELS[level], filter.level === level))}
      </FilterGroup>
      <FilterGroup title="价格">
        {option({ price: null }, '全部', filter.price === null)}
        {priceBands.map(([band, { label }]) => option({ price: band }, label, filter.price === band))}
      </FilterGroup>
    </div>
  );
}

const priceBands = [
  ['free', PRICE_BANDS.free],
  ['under-100', PRICE_BANDS['under-100']],
  ['100-300', PRICE_BANDS['100-300']],
  ['300-600', PRICE_BANDS['300-600']],
  ['over-600', PRICE_BANDS['over-600']],
] as const;

/** The category whose sub-categories are shown: the chosen one, or the one the chosen sub-category is in. */
function openCategory({ category, sub }: CourseFilter, categories: readonly Category[]): Category | undefined {
  return categories.find(
    ({ slug, subCategories }) => slug === category || (category === null && subCategories.some((s) => s.slug === sub)),
  );
}
