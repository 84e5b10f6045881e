import type { Metadata } from 'next';
import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { Panel } from '@/components/admin/panel';
import { ChapterHeader } from '../../../_components/chapter-header';
import { findChapter } from '../../../_components/find-chapter';
import { HomeworkFields } from '../../../_components/homework-fields';
import { addHomework } from '../../../actions';

export const metadata: Metadata = { title: '添加作业' };

const EMPTY = {
  title: '',
  requirement: '',
  threshold: '',
  recommendedPeriod: null,
  scholarshipFen: 0,
  isEnabled: true,
};

export default async function NewHomeworkPage({
  params,
}: PageProps<'/admin/courses/[id]/chapters/[chapterId]/homework/new'>) {
  const { course, chapter } = await findChapter(params);
  return (
    <>
      <ChapterHeader course={course} chapter={chapter} title="添加作业" />
      <Panel title="作业">
        <EditForm action={addHomework} fields={{ productId: course.id, chapterId: chapter.id }} submit="添加作业">
          <HomeworkFields homework={EMPTY} />
        </EditForm>
      </Panel>
    </>
  );
}
