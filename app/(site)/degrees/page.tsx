import { GraduationCap } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { DegreeCard } from '@/components/course/degree-card';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { getDegrees } from '@/lib/data/catalogue-degree';

export const metadata: Metadata = {
  title: '学位课',
  description: '由模块组成的完整学习路径：导师批改、奖学金激励，学完能上岗。',
};

export default async function DegreesPage() {
  // A build has no database: the page is made for each visit, from reads that are kept.
  await connection();
  const degrees = await getDegrees();
  return (
    <div className="container-page">
      <PageHeader
        title="学位课"
        description="一条完整的路：模块循序渐进，导师逐份批改作业，学得快还有奖学金。学位课学员可免费学习全部 VIP 专享课。"
      />
      {degrees.length === 0 ? (
        <EmptyState
          icon={GraduationCap}
          title="新的学位课正在准备"
          action={
            <Button asChild>
              <Link href="/courses">先看看专题课</Link>
            </Button>
          }
        />
      ) : (
        <ul className="grid gap-4 sm:gap-6 md:grid-cols-2 lg:grid-cols-3">
          {degrees.map((degree) => (
            <li key={degree.slug}>
              <DegreeCard degree={degree} headingLevel="h2" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
