import { ChevronDown, ListTree, Lock } from 'lucide-react';
import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import type { OutlineChapter } from '@/lib/data/learning/outline';
import { lessonPath } from '@/lib/domain/learn-paths';
import { SectionMark } from '../../../_components/section-mark';

interface OutlineProps {
  slug: string;
  outline: readonly OutlineChapter[];
  /** The section one is in. */
  current: number;
  /** Whether all sections are open, or only the trial. */
  isOpen: boolean;
  className?: string;
}

/** Every section of the course, with ticks, beside the lesson. */
export function Outline({ slug, outline, current, isOpen, className }: OutlineProps) {
  return (
    <nav aria-label="课程目录" className={cn('rounded-lg border bg-card p-2', className)}>
      {outline.map((chapter) => (
        <div key={chapter.number} className="grid py-1">
          <p className="px-2 py-1.5 font-semibold text-sm">
            第 {chapter.number} 章 {chapter.name}
          </p>
          <ol className="grid">
            {chapter.sections.map((section) => (
              <li key={section.id}>
                <Link
                  href={lessonPath(slug, section.chapter, section.link)}
                  aria-current={section.id === current ? 'page' : undefined}
                  className={cn(
                    'flex min-h-11 items-center gap-2.5 rounded-md px-2 py-1.5 text-sm hover:bg-muted',
                    'aria-[current=page]:bg-primary-soft aria-[current=page]:font-semibold aria-[current=page]:text-primary-ink',
                  )}
                >
                  <SectionMark section={section} />
                  <span className="min-w-0 flex-1">{section.name}</span>
                  {!isOpen && !section.isFreeTrial && (
                    <>
                      <Lock aria-hidden className="size-4 shrink-0 text-muted-foreground" />
                      <span className="sr-only">未开通</span>
                    </>
                  )}
                </Link>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}

/** The same on a phone, folded. */
export function OutlineDrawer(props: OutlineProps) {
  const sections = props.outline.flatMap((chapter) => chapter.sections);
  const completed = sections.filter((section) => section.isCompleted).length;
  return (
    <details className="group rounded-lg border bg-card lg:hidden">
      <summary className="flex min-h-12 items-center gap-2 px-4 font-medium">
        <ListTree aria-hidden className="size-5 text-primary-ink" />
        <span className="flex-1">课程目录</span>
        <span className="text-muted-foreground text-sm tabular-nums">
          已完成 {completed} / {sections.length}
        </span>
        <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <Outline {...props} className="rounded-none border-0 border-t" />
    </details>
  );
}
