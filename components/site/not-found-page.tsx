import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { LostPage, type LostPageProps } from './lost-page';

export function NotFoundPage({ signOut }: LostPageProps) {
  return (
    <LostPage code="404" title="这一页不在航线上" signOut={signOut}>
      <p className="max-w-md text-muted-foreground">地址可能写错了，或者内容已经移走。可以从全部课程里找找看。</p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">
        <Button asChild>
          <Link href="/courses">看看全部课程</Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href="/">回到首页</Link>
        </Button>
      </div>
    </LostPage>
  );
}
