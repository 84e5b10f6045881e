import type { ProductKind } from './catalogue';

/** The page that shows and sells a product. */
export const productPath = (kind: ProductKind, slug: string) =>
  kind === 'degree_course' ? (`/degrees/${slug}` as const) : (`/courses/${slug}` as const);

export const coursePath = (slug: string) => `/learn/${slug}` as const;

/** A lesson by its course, the number of its chapter and its link there. */
export const lessonPath = (slug: string, chapter: number, link: string) => `/learn/${slug}/${chapter}/${link}` as const;

/** `1:05:09` or `5:09`; takes whole seconds. */
export function formatDuration(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first = 0, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
  return [String(first), ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}
