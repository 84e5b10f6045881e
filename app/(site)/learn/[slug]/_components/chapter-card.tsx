import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { OutlineChapter, OutlineHomework, OutlineSection } from '@/lib/data/learning/outline';
import { SECTION_KIND_LABELS } from '@/lib/domain/catalogue';
import { lessonPath } from '@/lib/domain/learn-paths';
import { formatStudyTime } from '@/lib/domain/study-time';
import { SectionMark } from './section-mark';

export function ChapterCard({ slug, chapter }: { slug: string; chapter: OutlineChapter }) {
  return (
    <Card>
      <h2 className="font-semibold text-lg">
        第 {chapter.number} 章 {chapter.name}
      </h2>
      <p className="text-muted-foreground text-sm">{chapter.summary}</p>
      <ol className="mt-3 divide-y">
        {chapter.sections.map((section) => (
          <SectionRow key={section.id} slug={slug} section={section} />
        ))}
      </ol>
      {chapter.homework.map((task) => (
        <Homework key={task.id} task={task} />
      ))}
    </Card>
  );
}

function SectionRow({ slug, section }: { slug: string; section: OutlineSection }) {
  return (
    <li>
      <Link
        href={lessonPath(slug, section.chapter, section.link)}
        className="flex min-h-12 items-center gap-3 rounded-md px-2 py-2 hover:bg-muted"
      >
        <SectionMark section={section} />
        <span className="min-w-0 flex-1">{section.name}</span>
        {section.isFreeTrial && <Badge tone="gold">试学</Badge>}
        <span className="shrink-0 text-muted-foreground text-sm tabular-nums">
          {SECTION_KIND_LABELS[section.kind]} {formatStudyTime(section.kind, section.durationSeconds)}
        </span>
      </Link>
    </li>
  );
}

function Homework({ task }: { task: OutlineHomework }) {
  return (
    <div className="mt-4 grid gap-1 rounded-lg bg-muted p-4">
      <h3 className="font-semibold">作业：{task.title}</h3>
      <p>{task.requirement}</p>
      <p className="text-muted-foreground text-sm">
        通过标准：{task.threshold} · 建议 {task.days} 天内完成
      </p>
    </div>
  );
}
