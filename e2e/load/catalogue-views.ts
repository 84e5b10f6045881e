import { sql } from 'drizzle-orm';
import type { Shop } from './shop';

/** Views of /courses that the links of its filters lead to: every category, level and order, two pages of each. */
export async function filteredViews({ db }: Shop): Promise<string[]> {
  const categories = await db.execute<{ slug: string }>(sql`select slug from course_category order by position`);
  return categories.flatMap(({ slug }) =>
    ['beginner', 'intermediate', 'advanced'].flatMap((level) =>
      ['newest', 'popular', 'price-asc'].flatMap((sort) =>
        ['', '&page=2'].map((page) => `/courses?category=${slug}&level=${level}&sort=${sort}${page}`),
      ),
    ),
  );
}

/** Puts three courses into a student's cart. */
export async function fillCart({ db }: Shop, accountId: number): Promise<void> {
  await db.execute(sql`
    insert into cart_item (account_id, product_id, price_policy_id)
    select ${accountId}, product_id, min(id) from price_policy
    where product_id in (select product_id from course where course_type = 'paid' order by product_id limit 3)
      and withdrawn_at is null
    group by product_id`);
}
