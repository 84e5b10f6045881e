import Link from 'next/link';
import { Notice } from '@/components/site/notice';
import { Button } from '@/components/ui/button';

/** The words of a page that is not there; what stands around it is the layout's. */
export function NotFoundNotice() {
  return (
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
  );
}
