/** The names under which cached reads expire. A write that changes what a page shows expires its tags in its own transaction. */
export const cacheTags = {
  catalogue: 'catalogue',
  /** What shows which coupons can be claimed: any change of a rule expires it. */
  coupons: 'coupons',
  product: (slug: string) => `product:${slug}`,
} as const;
