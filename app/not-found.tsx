import type { Metadata } from 'next';
import { signOut } from '@/app/(auth)/actions';
import { NotFoundPage } from '@/components/site/lost-pages';

export const metadata: Metadata = { title: '没有找到页面' };

export default function NotFound() {
  return <NotFoundPage signOut={signOut} />;
}
