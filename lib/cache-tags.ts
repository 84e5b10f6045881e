/** The names under which cached reads expire. A write that changes what a page shows expires its tags in its own transaction. */
export const cacheTags = {
  catalogue: 'catalogue',
  product: (slug: string) => `product:${slug}`,
} as const;
