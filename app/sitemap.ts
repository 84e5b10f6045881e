import type { MetadataRoute } from 'next';
import { getSitemapEntries } from '@/lib/data/catalogue-sitemap';
import { productPath } from '@/lib/domain/learn-paths';
import { siteUrl } from '@/lib/site-url';

/** Made for each request: a build has no database. */
export const dynamic = 'force-dynamic';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const entries = await getSitemapEntries();
  return [
    { url: siteUrl('/') },
    { url: siteUrl('/courses') },
    { url: siteUrl('/degrees') },
    { url: siteUrl('/coupons') },
    ...entries.map(({ kind, slug, updatedAt }) => ({ url: siteUrl(productPath(kind, slug)), lastModified: updatedAt })),
  ];
}
