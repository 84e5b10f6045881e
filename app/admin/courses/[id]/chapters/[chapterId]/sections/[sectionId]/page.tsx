import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { Panel } from '@/components/admin/panel';
import { findSection } from '@/lib/data/admin/catalogue-lessons';
import { pathId } from '@/lib/domain/admin/search-path';
import { lessonPath } from '@/lib/domain/learn-paths';
import { ChapterHeader } from '../../../_components/chapter-header';
import { findChapter } from '../../../_components/find-chapter';
import { SectionFields } from '../../../_components/section-fields';
import { changeSection } from '../../../actions';

export const metadata: Metadata = { title: '小节' };

export default async function SectionPage({
  params,
}: PageProps<'/admin/courses/[id]/chapters/[chapterId]/sections/[sectionId]'>) {
  const { course, chapter } = await findChapter(params);
  const sectionId = pathId((await params).sectionId);
  const section = sectionId === null ? null : await findSection(chapter.id, sectionId);
  if (!section) notFound();
  return (
    <>
      <ChapterHeader course={course} chapter={chapter} title={section.name} />
      <Panel title="小节">
        <EditForm
          action={changeSection}
          fields={{ productId: course.id, chapterId: chapter.id, id: section.id, version: section.version }}
          submit="保存小节"
        >
          <SectionFields site={lessonPath(course.slug, chapter.number, '')} section={section} />
        </EditForm>
      </Panel>
    </>
  );
}
