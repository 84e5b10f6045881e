import { Lock } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import type { ClosedAccess } from '@/lib/data/learning/study-access';
import type { StudyCourse } from '@/lib/data/learning/study-course';
import { lessonPath, productPath } from '@/lib/domain/learn-paths';
import { denialText } from './denial-text';

interface DeniedProps {
  course: StudyCourse;
  access: ClosedAccess;
  /** A section that is open all the same. */
  trial: { readonly chapter: number; readonly link: string } | null;
}

/** Why a course is closed to this account, and what opens it. Holds nothing of the course's content. */
export function Denied({ course, access, trial }: DeniedProps) {
  const { title, body } = denialText(course.name, access);
  return (
    <div className="container-page py-6">
      <Breadcrumbs crumbs={[{ label: '我的学习', href: '/learn' }, { label: course.name }]} />
      <div className="mx-auto flex max-w-xl flex-col items-center gap-4 py-16 text-center">
        <span className="flex size-16 items-center justify-center rounded-full bg-primary-soft text-primary-ink">
          <Lock aria-hidden className="size-8" />
        </span>
        <h1 className="font-bold text-2xl">{title}</h1>
        <p className="text-muted-foreground">{body}</p>
        <div className="flex flex-wrap justify-center gap-3">
          <WayIn course={course} access={access} />
          {trial && course.status === 'online' && (
            <Button asChild variant="secondary">
              <Link href={lessonPath(course.slug, trial.chapter, trial.link)}>免费试学</Link>
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function WayIn({ course, access: { reason, target, formOrderNo } }: Pick<DeniedProps, 'course' | 'access'>): ReactNode {
  if (reason === 'FORM' && formOrderNo) {
    return (
      <Button asChild>
        <Link href={`/enrol/${formOrderNo}`}>填写报名表</Link>
      </Button>
    );
  }
  if (reason === 'ANY_DEGREE') {
    return (
      <Button asChild>
        <Link href="/degrees">看看学位课程</Link>
      </Button>
    );
  }
  const product = target ?? { kind: 'course', slug: course.slug };
  return (
    <Button asChild>
      <Link href={productPath(product.kind, product.slug)}>{reason === 'RENEW' ? '去续费' : '查看课程'}</Link>
    </Button>
  );
}
