import { Coins } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findBeliStatement } from '@/lib/data/beli';
import { beliPath, readBeliPage } from '@/lib/domain/beli-page';
import { AccountFrame } from '../_components/account-frame';
import { BeliBalance } from './_components/beli-balance';
import { BeliItem } from './_components/beli-item';

export const metadata: Metadata = { title: '我的贝里', robots: { index: false } };

export default async function BeliPage({ searchParams }: PageProps<'/account/beli'>) {
  const page = readBeliPage(await searchParams);
  const viewer = await requireViewer(beliPath(page));
  const { balance, held, lines, pageCount } = await findBeliStatement(database(), viewer.id, page);
  return (
    <AccountFrame current="/account/beli" aside={<BeliBalance balance={balance} held={held} />}>
      <section className="grid min-w-0 gap-4">
        <h2 className="font-semibold text-lg">贝里明细</h2>
        {lines.length === 0 ? (
          <NoEntries isFirstPage={page === 1} />
        ) : (
          <ol className="divide-y rounded-lg border bg-card text-card-foreground">
            {lines.map((line) => (
              <BeliItem key={line.id} line={line} />
            ))}
          </ol>
        )}
        <Pagination page={page} pageCount={pageCount} hrefOf={beliPath} />
      </section>
    </AccountFrame>
  );
}

function NoEntries({ isFirstPage }: { isFirstPage: boolean }) {
  return (
    <EmptyState
      icon={Coins}
      title={isFirstPage ? '还没有贝里' : '这一页没有明细'}
      action={
        <Button asChild variant="secondary">
          {isFirstPage ? <Link href="/courses">去选课程</Link> : <Link href="/account/beli">回到第一页</Link>}
        </Button>
      }
    >
      学校发放的贝里会出现在这里，结算时可以抵扣：10 贝里抵 1 元。
    </EmptyState>
  );
}
