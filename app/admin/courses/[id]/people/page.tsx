import type { Metadata } from 'next';
import Link from 'next/link';
import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { EntryList, Line } from '@/app/admin/_catalogue/entry-list';
import { CourseFrame } from '@/app/admin/_catalogue/product-frame';
import { StatusBadge } from '@/app/admin/_catalogue/status-badge';
import { TeachersPanel } from '@/app/admin/_catalogue/teachers-panel';
import { Input } from '@/components/ui/input';
import { listCourseSuggestions } from '@/lib/data/admin/catalogue-choices';
import { listCourseTeachers, listRecommended } from '@/lib/data/admin/catalogue-entries';
import { findCourse } from '../../_components/find-course';
import { addRecommendation } from '../../actions';

export const metadata: Metadata = { title: '老师与推荐' };

export default async function CoursePeoplePage({ params }: PageProps<'/admin/courses/[id]/people'>) {
  const product = await findCourse(params);
  const teachers = await listCourseTeachers(product.id);
  return (
    <CourseFrame product={product} tab="people">
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <TeachersPanel list="course-teacher" productId={product.id} teachers={teachers} />
        <Recommended courseId={product.id} />
      </div>
    </CourseFrame>
  );
}

async function Recommended({ courseId }: { courseId: number }) {
  const [recommended, suggestions] = await Promise.all([listRecommended(courseId), listCourseSuggestions(courseId)]);
  return (
    <EntryList
      title="学完可以接着学"
      list="recommended"
      parent={courseId}
      empty="还没有推荐课程。"
      consequence="这门课的页面不再推荐它。"
      entries={recommended.map(({ id, name, status }) => ({
        id,
        title: name,
        content: (
          <Line>
            <Link href={`/admin/courses/${id}`} prefetch={false} className="text-link hover:underline">
              {name}
            </Link>{' '}
            {status !== 'online' && <StatusBadge status={status} />}
          </Line>
        ),
      }))}
    >
      <EditForm action={addRecommendation} fields={{ productId: courseId }} submit="添加推荐" variant="secondary">
        <FormField name="recommended" label="推荐课程" hint="填写课程网址的最后一段；页面上显示前三门">
          <Input list="course-suggestions" maxLength={64} spellCheck={false} autoComplete="off" required />
        </FormField>
        <datalist id="course-suggestions">
          {suggestions.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </datalist>
      </EditForm>
    </EntryList>
  );
}
