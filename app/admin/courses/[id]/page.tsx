import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuditPanel } from '@/app/admin/_catalogue/audit-panel';
import { CourseFrame } from '@/app/admin/_catalogue/product-frame';
import { findCourseFields, productAudit } from '@/lib/data/admin/catalogue-product';
import { CourseForm } from '../_components/course-form';
import { findCourse } from '../_components/find-course';
import { changeCourse } from '../actions';

export const metadata: Metadata = { title: '课程资料' };

export default async function CoursePage({ params }: PageProps<'/admin/courses/[id]'>) {
  const product = await findCourse(params);
  const [course, audit] = await Promise.all([findCourseFields(product.id), productAudit(product)]);
  if (!course) notFound();
  return (
    <CourseFrame product={product} tab="profile">
      <div className="grid gap-4">
        <CourseForm
          action={changeCourse}
          fields={{ id: product.id, version: course.version }}
          submit="保存课程"
          course={course}
        />
        <AuditPanel kind="course" id={product.id} items={audit} />
      </div>
    </CourseFrame>
  );
}
