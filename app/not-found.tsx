import type { Metadata } from 'next';
import Link from 'next/link';
import { signOut } from '@/app/(auth)/actions';
import { Notice } from '@/components/site/notice';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';
import { Button } from '@/components/ui/button';

export const metadata: Metadata = { title: '没有找到页面' };

export default function NotFound() {
  return (
    <>
      <SiteHeader signOut={signOut} />
      <main id="content" className="flex-1">
        <Notice code="404" title="这一页不在航线上">
          <p className="max-w-md text-muted-foreground">地址可能写错了，或者内容已经移走。可以从全部课程里找找看。</p>
          <div className="mt-4 flex flex-wrap justify-center gap-3">
            <Button asChild>
              <Link href="/courses">看看全部课程</Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href="/">回到首页</Link>
            </Button>
          </div>
        </Notice>
      </main>
      <SiteFooter />
    </>
  );
}
