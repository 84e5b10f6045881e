import { z } from 'zod';
import { daySchema } from '@/lib/domain/day-schema';
import { searchText } from '@/lib/domain/search-text';

// Parts of what the addresses of the dashboard's lists ask for. Whatever makes no sense counts as not asked.

const MOST_PAGES = 10_000;

export const pageParam = z.coerce.number().int().min(1).max(MOST_PAGES).catch(1);
export const textParam = searchText;
export const dayParam = daySchema.nullable().catch(null);
export const idParam = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
export const choiceParam = <const T extends readonly string[]>(choices: T) => z.enum(choices).nullable().catch(null);

type Values = Readonly<Record<string, string | number | null>>;

/** `base` with the search parameters that say something: null, '' and page 1 are left out. */
export function searchPath<B extends string>(base: B, values: Values): B | `${B}?${string}` {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== '' && !(name === 'page' && value === 1)) search.set(name, String(value));
  }
  return search.size === 0 ? base : `${base}?${search}`;
}

/** Whether the list is narrowed by anything but its page. */
export const isFiltered = (query: Values): boolean =>
  Object.entries(query).some(([name, value]) => name !== 'page' && value !== null && value !== '');

/** The id in an address such as /admin/users/7; null when it can be none. */
export const pathId = (text: string): number | null => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);
