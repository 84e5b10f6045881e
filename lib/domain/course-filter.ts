import { COURSE_LEVELS, COURSE_TYPES, type CourseLevel, type CourseType } from './catalogue';

/** Bands of a course's lowest price, in fen: from `min` up to but not including `max`. */
export const PRICE_BANDS = {
  free: { label: '免费', min: 0, max: 1 },
  'under-100': { label: '¥100 以下', min: 1, max: 10_000 },
  '100-300': { label: '¥100–300', min: 10_000, max: 30_000 },
  '300-600': { label: '¥300–600', min: 30_000, max: 60_000 },
  'over-600': { label: '¥600 以上', min: 60_000, max: Number.MAX_SAFE_INTEGER },
} as const;
export type PriceBand = keyof typeof PRICE_BANDS;

export const COURSE_SORTS = {
  default: '综合',
  newest: '最新',
  popular: '人气',
  'price-asc': '价格从低到高',
  'price-desc': '价格从高到低',
} as const;
export type CourseSort = keyof typeof COURSE_SORTS;

/** What a list of courses is narrowed to. Null is no wish; page counts from 1. */
export interface CourseFilter {
  readonly category: string | null;
  readonly sub: string | null;
  readonly level: CourseLevel | null;
  readonly type: CourseType | null;
  readonly price: PriceBand | null;
  readonly q: string;
  readonly sort: CourseSort;
  readonly page: number;
}

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export const MAX_QUERY_LENGTH = 50;
const MAX_PAGE = 10_000;
const SLUG = /^[a-z0-9-]{1,64}$/;

export const NO_FILTER: CourseFilter = {
  category: null,
  sub: null,
  level: null,
  type: null,
  price: null,
  q: '',
  sort: 'default',
  page: 1,
};

const isPriceBand = (value: string): value is PriceBand => Object.hasOwn(PRICE_BANDS, value);
const isSort = (value: string): value is CourseSort => Object.hasOwn(COURSE_SORTS, value);

/** Reads an address. Whatever it cannot mean is no wish; it never fails. */
export function parseCourseFilter(params: SearchParams): CourseFilter {
  const text = (name: string): string => {
    const value = params[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };
  const slug = (name: string) => (SLUG.test(text(name)) ? text(name) : null);
  const sort = text('sort');
  const price = text('price');
  const page = /^\d{1,5}$/.test(text('page')) ? Number(text('page')) : 1;
  return {
    category: slug('category'),
    sub: slug('sub'),
    level: COURSE_LEVELS.find((level) => level === text('level')) ?? null,
    type: COURSE_TYPES.find((type) => type === text('type')) ?? null,
    price: isPriceBand(price) ? price : null,
    // PostgreSQL refuses a zero character in a text.
    q: text('q').replaceAll('\0', '').slice(0, MAX_QUERY_LENGTH).trim(),
    sort: isSort(sort) ? sort : 'default',
    page: Math.min(Math.max(page, 1), MAX_PAGE),
  };
}

/** The address of a list, with nothing in it that goes without saying. */
export function courseListHref(filter: CourseFilter): `/courses${'' | `?${string}`}` {
  const params = new URLSearchParams();
  for (const name of ['category', 'sub', 'level', 'type', 'price', 'q'] as const) {
    const value = filter[name];
    if (value) params.set(name, value);
  }
  if (filter.sort !== 'default') params.set('sort', filter.sort);
  if (filter.page > 1) params.set('page', String(filter.page));
  return params.size > 0 ? `/courses?${params.toString()}` : '/courses';
}

/** Another wish begins at the first page again; another category lets go of the sub-category. */
export function changeFilter(filter: CourseFilter, change: Partial<Omit<CourseFilter, 'page'>>): CourseFilter {
  const sub = 'category' in change && !('sub' in change) ? { sub: null } : {};
  return { ...filter, ...sub, ...change, page: 1 };
}

/** The words a text search asks for: each must appear. */
export const searchTerms = (q: string): string[] =>
  [...new Set(q.toLowerCase().split(/\s+/).filter(Boolean))].slice(0, 5);
