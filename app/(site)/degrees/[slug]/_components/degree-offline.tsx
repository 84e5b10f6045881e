import Link from 'next/link';
import { Notice } from '@/components/site/notice';
import { Button } from '@/components/ui/button';
import type { DegreePageData } from '@/lib/data/catalogue-degree';

export function DegreeOffline({ degree }: { degree: DegreePageData }) {
  return (
    <Notice title={`「${degree.name}」已下线`}>
      <p className="max-w-md text-muted-foreground">
        这门学位课不再招生。已经报读的同学在有效期内可以继续学习全部模块，学习记录都在。
      </p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">
        <Button asChild>
          <Link href="/degrees">看看其他学位课</Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href="/learn" prefetch={false}>
            我报读过，继续学习
          </Link>
        </Button>
      </div>
    </Notice>
  );
}
