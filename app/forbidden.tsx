import type { Metadata } from 'next';
import { signOut } from '@/app/(auth)/actions';
import { ForbiddenPage } from '@/components/site/lost-pages';

export const metadata: Metadata = { title: '没有权限' };

export default function Forbidden() {
  return <ForbiddenPage signOut={signOut} />;
}
