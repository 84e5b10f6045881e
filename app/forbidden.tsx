import type { Metadata } from 'next';
import Link from 'next/link';
import { signOut } from '@/app/(auth)/actions';
import { Notice } from '@/components/site/notice';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';
import { Button } from '@/components/ui/button';

export const metadata: Metadata = { title: '没有权限' };

export default function Forbidden() {
  return (
    <>
      <SiteHeader signOut={signOut} />
      <main id="content" className="flex-1">
        <Notice code="403" title="这片海域不对你开放">
          <p className="max-w-md text-muted-foreground">
            这一页只有学校的工作人员能看。如果你是工作人员，请退出后用工作账号登录。
          </p>
          <div className="mt-4 flex flex-wrap justify-center gap-3">
            <Button asChild>
              <Link href="/">回到首页</Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href="/account">我的账号</Link>
            </Button>
          </div>
        </Notice>
      </main>
      <SiteFooter />
    </>
  );
}
