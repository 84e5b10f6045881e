import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Notice } from './notice';
import { SiteFrame, type SiteFrameProps } from './site-frame';

export function ForbiddenPage({ signOut }: SiteFrameProps) {
  return (
    <SiteFrame signOut={signOut}>
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
    </SiteFrame>
  );
}
