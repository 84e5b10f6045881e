import type { MetadataRoute } from 'next';
import { siteUrl } from '@/lib/site-url';

/** Made for each request: a build does not know the site's address. */
export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  const disallow = ['/account', '/api/', '/cart', '/enrol/', '/learn', '/orders', '/pay/', '/settlement', '/wechat/'];
  return { rules: { userAgent: '*', allow: '/', disallow }, sitemap: siteUrl('/sitemap.xml') };
}
