import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { CourseForm } from '../_components/course-form';
import { createCourse } from '../actions';

export const metadata: Metadata = { title: '新建课程' };

const EMPTY = {
  name: '',
  slug: '',
  brief: '',
  coverHue: 210,
  coverGlyph: '课',
  subCategoryId: null,
  courseType: 'paid',
  degreeCourseId: null,
  level: 'beginner',
  period: null,
  position: 0,
  attachmentPath: null,
  template: 'classic',
  hours: null,
  slogan: '',
  videoIntro: null,
  whyStudy: '',
  whatToStudyBrief: '',
  careerImprovement: '',
  prerequisite: '',
} as const;

export default async function NewCoursePage() {
  await requireAdmin();
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '课程', href: '/admin/courses' }, { label: '新建课程' }]} />}
        title="新建课程"
        description="建好以后还没有上线：先添加价格、章节和老师，再到课程页上线。"
      />
      <CourseForm action={createCourse} submit="创建课程" course={{ ...EMPTY, publishedOn: shanghaiDay(new Date()) }} />
    </>
  );
}
