import type { Metadata } from 'next';
import { NotFoundInLayout } from '@/components/site/lost-pages';

export const metadata: Metadata = { title: '没有找到页面' };

/** A page of the site that found nothing: the header and the footer are the layout's. */
export default function SiteNotFound() {
  return <NotFoundInLayout />;
}
