import { BookOpen } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/auth/guards';
import { getMyLearning } from '@/lib/data/learning/for-viewer';
import { productPath } from '@/lib/domain/learn-paths';
import { DegreePanel } from './_components/degree-panel';
import { PendingForms } from './_components/pending-forms';
import { HeldNote, StudyCardView } from './_components/study-card-view';

export const metadata: Metadata = { title: '我的学习' };

export default async function LearnPage() {
  const { pendingForms, courses, degrees, vip } = await getMyLearning(await requireViewer('/learn'));
  const isEmpty = courses.length + degrees.length + pendingForms.length === 0;
  return (
    <div className="container-page pb-16">
      <PageHeader title="我的学习" description="课程、进度和有效期都在这里。" />
      <div className="grid gap-10">
        <PendingForms forms={pendingForms} />
        {isEmpty && <NothingYet />}
        {degrees.map((degree) => (
          <DegreePanel key={degree.slug} degree={degree} />
        ))}
        {courses.length > 0 && (
          <Shelf title="我的课程">
            {courses.map((card) => (
              <StudyCardView key={card.slug} card={card} isOpen={card.state === 'open'}>
                <HeldNote held={card} renewPath={productPath('course', card.slug)} />
              </StudyCardView>
            ))}
          </Shelf>
        )}
        {vip.length > 0 && (
          <Shelf title="VIP专享" description="学位课程有效期内都可以学。">
            {vip.map((card) => (
              <StudyCardView key={card.slug} card={card} isOpen />
            ))}
          </Shelf>
        )}
      </div>
    </div>
  );
}

function Shelf({ title, description, children }: { title: string; description?: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <div>
        <h2 className="font-bold text-xl">{title}</h2>
        {description && <p className="text-muted-foreground">{description}</p>}
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{children}</ul>
    </section>
  );
}

function NothingYet() {
  return (
    <EmptyState
      icon={BookOpen}
      title="还没有课程"
      action={
        <Button asChild>
          <Link href="/courses">去选课</Link>
        </Button>
      }
    >
      每门课都有免费试学的小节，可以先学一节再决定。
    </EmptyState>
  );
}
