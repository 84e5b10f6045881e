import { ArrowLeft, ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import type { OutlineSection } from '@/lib/data/learning/outline';
import { coursePath, lessonPath } from '@/lib/domain/learn-paths';

interface LessonNavigationProps {
  slug: string;
  previous: OutlineSection | null;
  next: OutlineSection | null;
  /** Once the section is completed, going on is the thing to do. */
  isCompleted: boolean;
}

export function LessonNavigation({ slug, previous, next, isCompleted }: LessonNavigationProps) {
  return (
    <nav aria-label="上一节和下一节" className="flex flex-wrap justify-between gap-3">
      {previous ? (
        <Button asChild variant="secondary" className="max-w-full">
          <Link href={lessonPath(slug, previous.chapter, previous.link)} rel="prev">
            <ArrowLeft aria-hidden className="size-5" />
            <span className="min-w-0 py-2">上一节：{previous.name}</span>
          </Link>
        </Button>
      ) : (
        <span />
      )}
      {next ? (
        <Button asChild variant={isCompleted ? 'primary' : 'secondary'} className="max-w-full">
          <Link href={lessonPath(slug, next.chapter, next.link)} rel="next">
            <span className="min-w-0 py-2">下一节：{next.name}</span>
            <ArrowRight aria-hidden className="size-5" />
          </Link>
        </Button>
      ) : (
        <Button asChild variant="secondary">
          <Link href={coursePath(slug)}>回到课程主页</Link>
        </Button>
      )}
    </nav>
  );
}
