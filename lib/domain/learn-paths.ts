import type { ProductKind } from './catalogue';

/** The page that shows and sells a product. */
export const productPath = (kind: ProductKind, slug: string) =>
  kind === 'degree_course' ? (`/degrees/${slug}` as const) : (`/courses/${slug}` as const);

export const coursePath = (slug: string) => `/learn/${slug}` as const;

/** A lesson by its course, the number of its chapter and its link there. */
export const lessonPath = (slug: string, chapter: number, link: string) => `/learn/${slug}/${chapter}/${link}` as const;
