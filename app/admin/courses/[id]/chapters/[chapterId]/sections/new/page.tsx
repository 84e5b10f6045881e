import type { Metadata } from 'next';
import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { Panel } from '@/components/admin/panel';
import { lessonPath } from '@/lib/domain/learn-paths';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { ChapterHeader } from '../../../_components/chapter-header';
import { findChapter } from '../../../_components/find-chapter';
import { SectionFields } from '../../../_components/section-fields';
import { addSection } from '../../../actions';

export const metadata: Metadata = { title: '添加小节' };

const EMPTY = {
  name: '',
  kind: 'document',
  link: '',
  body: '',
  videoPath: null,
  durationSeconds: null,
  isFreeTrial: false,
} as const;

export default async function NewSectionPage({
  params,
}: PageProps<'/admin/courses/[id]/chapters/[chapterId]/sections/new'>) {
  const { course, chapter } = await findChapter(params);
  return (
    <>
      <ChapterHeader course={course} chapter={chapter} title="添加小节" />
      <Panel title="小节">
        <EditForm action={addSection} fields={{ productId: course.id, chapterId: chapter.id }} submit="添加小节">
          <SectionFields
            site={lessonPath(course.slug, chapter.number, '')}
            section={{ ...EMPTY, publishedOn: shanghaiDay(new Date()) }}
          />
        </EditForm>
      </Panel>
    </>
  );
}
