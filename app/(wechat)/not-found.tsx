import type { Metadata } from 'next';
import { NotFoundInLayout } from '@/components/site/lost-pages';

export const metadata: Metadata = { title: '没有找到页面' };

/** On a phone in WeChat: the mark above it is the layout's. */
export default function WechatNotFound() {
  return <NotFoundInLayout />;
}
