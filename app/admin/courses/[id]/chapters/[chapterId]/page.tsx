import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link, { type LinkProps } from 'next/link';
import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { EntryList, Line } from '@/app/admin/_catalogue/entry-list';
import { Panel } from '@/components/admin/panel';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { listHomework, listSections } from '@/lib/data/admin/catalogue-lessons';
import { SECTION_KIND_LABELS } from '@/lib/domain/catalogue';
import { formatYuan } from '@/lib/domain/money';
import { ChapterFields } from '../_components/chapter-fields';
import { ChapterHeader } from '../_components/chapter-header';
import { findChapter } from '../_components/find-chapter';
import { changeChapter } from '../actions';

export const metadata: Metadata = { title: '章节' };

interface Place {
  readonly courseId: number;
  readonly chapterId: number;
}

export default async function ChapterPage({ params }: PageProps<'/admin/courses/[id]/chapters/[chapterId]'>) {
  const { course, chapter } = await findChapter(params);
  const place = { courseId: course.id, chapterId: chapter.id };
  return (
    <>
      <ChapterHeader course={course} chapter={chapter} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-4">
          <Sections {...place} />
          <HomeworkList {...place} />
        </div>
        <Panel title="本章资料">
          <EditForm
            action={changeChapter}
            fields={{ productId: course.id, id: chapter.id, version: chapter.version }}
            submit="保存章节"
          >
            <ChapterFields chapter={chapter} />
          </EditForm>
        </Panel>
      </div>
    </>
  );
}

async function Sections({ courseId, chapterId }: Place) {
  const sections = await listSections(chapterId);
  return (
    <EntryList
      title="小节"
      list="section"
      parent={chapterId}
      empty="这一章还没有小节。"
      consequence="小节会被删除。已有学员学过的小节不能删除。"
      aside={<Add href={`/admin/courses/${courseId}/chapters/${chapterId}/sections/new`}>添加小节</Add>}
      entries={sections.map(({ id, name, kind, link, isFreeTrial }) => ({
        id,
        title: name,
        content: (
          <Line>
            <Link
              href={`/admin/courses/${courseId}/chapters/${chapterId}/sections/${id}`}
              prefetch={false}
              className="font-medium text-link hover:underline"
            >
              {name}
            </Link>{' '}
            <span className="text-muted-foreground text-xs">
              {SECTION_KIND_LABELS[kind]} · {link}
            </span>{' '}
            {isFreeTrial && <Badge tone="gold">试学</Badge>}
          </Line>
        ),
      }))}
    />
  );
}

async function HomeworkList({ courseId, chapterId }: Place) {
  const homework = await listHomework(chapterId);
  return (
    <EntryList
      title="作业"
      list="homework"
      parent={chapterId}
      empty="这一章还没有作业。"
      consequence="作业会被删除。只想不再显示，可以改为停用。"
      aside={<Add href={`/admin/courses/${courseId}/chapters/${chapterId}/homework/new`}>添加作业</Add>}
      entries={homework.map(({ id, title, recommendedPeriod, scholarshipFen, isEnabled }) => ({
        id,
        title,
        content: (
          <Line>
            <Link
              href={`/admin/courses/${courseId}/chapters/${chapterId}/homework/${id}`}
              prefetch={false}
              className="font-medium text-link hover:underline"
            >
              {title}
            </Link>{' '}
            <span className="text-muted-foreground text-xs tabular-nums">
              {recommendedPeriod} 天 · 奖学金 {formatYuan(scholarshipFen)}
            </span>{' '}
            {!isEnabled && <Badge>已停用</Badge>}
          </Line>
        ),
      }))}
    />
  );
}

function Add<T>({ href, children }: { href: LinkProps<T>['href']; children: string }) {
  return (
    <Button asChild variant="ghost" size="sm">
      <Link href={href} prefetch={false}>
        <Plus aria-hidden className="size-4" />
        {children}
      </Link>
    </Button>
  );
}
