import { sql } from 'drizzle-orm';
import type { Db } from '../client';
import { product } from '../schema';
import { insertDemoAccounts } from './accounts';
import { insertChapters } from './chapters';
import { insertCoupons, insertWallet } from './coupons';
import { insertCourses } from './courses';
import { insertCategories, insertDegrees, insertProducts, insertTeachers } from './products';

/**
 * Fills an empty shop with the catalogue and coupons, in one transaction; does nothing when there are products.
 * `demo` adds accounts with published passwords. Dates are set relative to `now`.
 */
export async function seedDatabase(db: Db, { demo, now }: { demo: boolean; now: Date }): Promise<void> {
  await db.transaction(async (tx) => {
    // Two processes that start at once: the second waits, then finds products.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('luffycity:seed'))`);
    const [existing] = await tx.select({ id: product.id }).from(product).limit(1);
    if (existing) return;
    const subCategoryId = await insertCategories(tx);
    const teacherId = await insertTeachers(tx);
    const productId = await insertProducts(tx, now);
    await insertDegrees(tx, productId, teacherId);
    await insertCourses(tx, { productId, subCategoryId, teacherId }, now);
    await insertChapters(tx, productId, now);
    const coupons = await insertCoupons(tx, productId, now);
    if (!demo) return;
    const accountId = await insertDemoAccounts(tx, now);
    await insertWallet(tx, { accountId, coupons, now });
  });
}
