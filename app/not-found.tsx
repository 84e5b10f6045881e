import type { Metadata } from 'next';
import { signOut } from '@/app/(auth)/actions';
import { NotFoundPage } from '@/components/site/lost-pages';

export const metadata: Metadata = { title: '没有找到页面' };

/** No route has this address, so no layout but the root's stands around it. */
export default function NotFound() {
  return <NotFoundPage signOut={signOut} />;
}
