export const PAGE_SIZE = 25;

/** One page of a list. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** Of all pages. */
  readonly total: number;
  readonly pageCount: number;
}

export const offsetOf = (page: number): number => (page - 1) * PAGE_SIZE;

export const listPage = <Row>(rows: readonly Row[], total: number): ListPage<Row> => ({
  rows,
  total,
  pageCount: Math.ceil(total / PAGE_SIZE),
});

/** For ILIKE: `text` itself anywhere, without wildcards of its own. */
export const containing = (text: string): string => `%${escapeLike(text)}%`;
export const startingWith = (text: string): string => `${escapeLike(text)}%`;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);
