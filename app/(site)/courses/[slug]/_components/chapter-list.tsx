import { ChevronDown, ClipboardList } from 'lucide-react';
import { PageSection } from '@/components/course/page-section';
import type { Chapter } from '@/lib/data/course-chapters';
import { lessonPath } from '@/lib/domain/learn-paths';
import { SectionRow } from './section-row';

interface ChapterListProps {
  slug: string;
  /** Whether its trial sections can be studied already. */
  isOpen: boolean;
  chapters: readonly Chapter[];
}

export function ChapterList({ slug, isOpen, chapters }: ChapterListProps) {
  const sections = chapters.flatMap((chapter) => chapter.sections);
  return (
    <PageSection id="chapters" title="课程目录" aside={`${chapters.length} 章 · ${sections.length} 节`}>
      <div className="grid gap-3">
        {chapters.map((chapter, index) => (
          <details key={chapter.number} open={index === 0} className="group rounded-lg border bg-card shadow-card">
            <summary className="flex min-h-14 list-none items-center gap-4 px-4 py-3 sm:px-6">
              <div className="min-w-0 flex-1">
                <h3 className="font-semibold">
                  第 {chapter.number} 章　{chapter.name}
                </h3>
                <p className="text-muted-foreground text-sm">{chapter.summary}</p>
              </div>
              <span className="shrink-0 text-muted-foreground text-sm max-sm:hidden">{chapter.sections.length} 节</span>
              <ChevronDown
                aria-hidden
                className="size-5 shrink-0 text-muted-foreground transition-transform group-open:rotate-180"
              />
            </summary>
            <ul className="border-t px-2 py-2 sm:px-4">
              {chapter.sections.map((section) => (
                <SectionRow
                  key={section.link}
                  section={section}
                  trialPath={isOpen && section.isFreeTrial ? lessonPath(slug, chapter.number, section.link) : null}
                />
              ))}
              {chapter.homework.map((title) => (
                <li key={title} className="flex min-h-11 items-center gap-3 px-2 text-primary-ink">
                  <ClipboardList aria-hidden className="size-5 shrink-0" />
                  作业：{title}
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </PageSection>
  );
}
