import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { Panel } from '@/components/admin/panel';
import { findHomework } from '@/lib/data/admin/catalogue-lessons';
import { pathId } from '@/lib/domain/admin/search-path';
import { ChapterHeader } from '../../../_components/chapter-header';
import { findChapter } from '../../../_components/find-chapter';
import { HomeworkFields } from '../../../_components/homework-fields';
import { changeHomework } from '../../../actions';

export const metadata: Metadata = { title: '作业' };

export default async function HomeworkPage({
  params,
}: PageProps<'/admin/courses/[id]/chapters/[chapterId]/homework/[homeworkId]'>) {
  const { course, chapter } = await findChapter(params);
  const homeworkId = pathId((await params).homeworkId);
  const homework = homeworkId === null ? null : await findHomework(chapter.id, homeworkId);
  if (!homework) notFound();
  return (
    <>
      <ChapterHeader course={course} chapter={chapter} title={homework.title} />
      <Panel title="作业">
        <EditForm
          action={changeHomework}
          fields={{ productId: course.id, chapterId: chapter.id, id: homework.id, version: homework.version }}
          submit="保存作业"
        >
          <HomeworkFields homework={homework} />
        </EditForm>
      </Panel>
    </>
  );
}
