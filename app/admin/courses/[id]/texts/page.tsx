import type { Metadata } from 'next';
import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { EntryList } from '@/app/admin/_catalogue/entry-list';
import { FaqPanel } from '@/app/admin/_catalogue/faq-panel';
import { CourseFrame } from '@/app/admin/_catalogue/product-frame';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { listOutline } from '@/lib/data/admin/catalogue-entries';
import { TEXT_LIMITS } from '@/lib/domain/catalogue-form';
import { findCourse } from '../../_components/find-course';
import { addOutline, changeOutline } from '../../actions';

export const metadata: Metadata = { title: '大纲与问答' };

export default async function CourseTextsPage({ params }: PageProps<'/admin/courses/[id]/texts'>) {
  const product = await findCourse(params);
  return (
    <CourseFrame product={product} tab="texts">
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <OutlinePanel courseId={product.id} />
        <FaqPanel productId={product.id} />
      </div>
    </CourseFrame>
  );
}

async function OutlinePanel({ courseId }: { courseId: number }) {
  const outline = await listOutline(courseId);
  return (
    <EntryList
      title="课程大纲"
      list="outline"
      parent={courseId}
      empty="还没有大纲。"
      consequence="课程页的大纲里不再显示它。"
      entries={outline.map(({ id, version, title, content }) => ({
        id,
        title,
        content: (
          <EditForm
            action={changeOutline}
            fields={{ productId: courseId, id, version }}
            submit="保存"
            variant="secondary"
            summary={title}
          >
            <OutlineFields title={title} content={content} />
          </EditForm>
        ),
      }))}
    >
      <EditForm action={addOutline} fields={{ productId: courseId }} submit="添加大纲" variant="secondary">
        <OutlineFields title="" content="" />
      </EditForm>
    </EntryList>
  );
}

function OutlineFields({ title, content }: { title: string; content: string }) {
  return (
    <>
      <FormField name="title" label="标题">
        <Input defaultValue={title} maxLength={TEXT_LIMITS.name} required />
      </FormField>
      <FormField name="content" label="内容">
        <Textarea defaultValue={content} rows={2} required />
      </FormField>
    </>
  );
}
