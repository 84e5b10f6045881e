import 'server-only';
import { asc, ne } from 'drizzle-orm';
import { product } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { database } from '@/lib/context';
import { cachedRead } from './cached';

/** A sitemap holds at most 50 000 addresses; see sitemaps.org. */
const MAX_ENTRIES = 49_000;

/** Every product page that search engines should know. */
export function getSitemapEntries() {
  return cachedRead({ key: ['sitemap'], tags: [cacheTags.catalogue] }, async () => {
    const rows = await database()
      .select({ kind: product.kind, slug: product.slug, updatedAt: product.updatedAt })
      .from(product)
      .where(ne(product.status, 'offline'))
      .orderBy(asc(product.id))
      .limit(MAX_ENTRIES);
    return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
  });
}
