import type { Metadata } from 'next';
import Link from 'next/link';
import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { EntryList, Line } from '@/app/admin/_catalogue/entry-list';
import { CourseFrame } from '@/app/admin/_catalogue/product-frame';
import { Panel } from '@/components/admin/panel';
import { listChapters } from '@/lib/data/admin/catalogue-lessons';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { findCourse } from '../../_components/find-course';
import { ChapterFields } from './_components/chapter-fields';
import { addChapter } from './actions';

export const metadata: Metadata = { title: '课程章节' };

export default async function ChaptersPage({ params }: PageProps<'/admin/courses/[id]/chapters'>) {
  const product = await findCourse(params);
  const chapters = await listChapters(product.id);
  return (
    <CourseFrame product={product} tab="chapters">
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <EntryList
          title="章节"
          list="chapter"
          parent={product.id}
          empty="还没有章节。"
          consequence="只能删除空的章节。其他章节的章号不变。"
          entries={chapters.map((chapter) => ({
            id: chapter.id,
            title: chapter.name,
            content: (
              <Line>
                <span className="text-muted-foreground">第 {chapter.number} 章</span>{' '}
                <Link
                  href={`/admin/courses/${product.id}/chapters/${chapter.id}`}
                  prefetch={false}
                  className="font-medium text-link hover:underline"
                >
                  {chapter.name}
                </Link>{' '}
                <span className="whitespace-nowrap text-muted-foreground text-xs tabular-nums">
                  {chapter.sectionCount} 节 · {chapter.homeworkCount} 份作业 · {chapter.publishedOn}
                </span>
              </Line>
            ),
          }))}
        >
          <p className="text-muted-foreground text-sm">
            小节的网址里有章号：移动章节以后，两章小节的旧网址会指向另一章。
          </p>
        </EntryList>
        <Panel title="添加章节">
          <EditForm action={addChapter} fields={{ productId: product.id }} submit="添加章节" variant="secondary">
            <ChapterFields chapter={{ name: '', summary: '', publishedOn: shanghaiDay(new Date()) }} />
          </EditForm>
        </Panel>
      </div>
    </CourseFrame>
  );
}
