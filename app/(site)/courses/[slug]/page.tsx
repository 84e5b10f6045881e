import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CourseGrid } from '@/components/course/course-grid';
import { FaqList } from '@/components/course/faq-list';
import { PageSection, SectionNav } from '@/components/course/page-section';
import { TeacherCard } from '@/components/course/teacher-card';
import { ShareCard } from '@/components/wechat/share-card';
import { getCourse } from '@/lib/data/catalogue-course';
import { siteUrl } from '@/lib/site-url';
import { ChapterList } from './_components/chapter-list';
import { CourseFacts } from './_components/course-facts';
import { CourseHeader } from './_components/course-header';
import { CourseIntro } from './_components/course-intro';
import { CourseJsonLd } from './_components/course-json-ld';
import { CourseOffline } from './_components/course-offline';
import { Outline } from './_components/outline';
import { PurchasePanel } from './_components/purchase-panel';
import { sectionsOf } from './_components/sections';

/** No course is rendered by a build; each is at its first visit, and is static until one of its tags expires. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<'/courses/[slug]'>): Promise<Metadata> {
  const { slug } = await params;
  const course = await getCourse(slug);
  if (!course) notFound();
  const url = siteUrl(`/courses/${slug}`);
  return {
    title: course.name,
    description: course.brief,
    alternates: { canonical: url },
    openGraph: { title: course.name, description: course.brief, url, type: 'website' },
    ...(course.status === 'offline' && { robots: { index: false } }),
  };
}

export default async function CoursePage({ params }: PageProps<'/courses/[slug]'>) {
  const { slug } = await params;
  const course = await getCourse(slug);
  if (!course) notFound();
  if (course.status === 'offline') return <CourseOffline course={course} />;
  return (
    <>
      <CourseJsonLd course={course} />
      <ShareCard title={course.name} description={course.brief} path={`/courses/${slug}`} />
      <CourseHeader course={course} />
      <div className="container-page grid items-start gap-8 pt-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
        <PurchasePanel course={course} />
        <div className="grid min-w-0 gap-12">
          <SectionNav sections={sectionsOf(course)} />
          <CourseFacts course={course} />
          <CourseIntro course={course} />
          {course.outline.length > 0 && (
            <PageSection id="outline" title="课程大纲">
              <Outline parts={course.outline} />
            </PageSection>
          )}
          {course.chapters.length > 0 && (
            <ChapterList slug={slug} isOpen={course.status === 'online'} chapters={course.chapters} />
          )}
          {course.teachers.length > 0 && (
            <PageSection id="teachers" title="授课老师">
              <ul className="grid gap-4">
                {course.teachers.map((teacher) => (
                  <li key={teacher.name}>
                    <TeacherCard teacher={teacher} />
                  </li>
                ))}
              </ul>
            </PageSection>
          )}
          {course.faqs.length > 0 && (
            <PageSection id="faq" title="常见问题">
              <FaqList faqs={course.faqs} />
            </PageSection>
          )}
        </div>
      </div>
      {course.recommended.length > 0 && (
        <div className="container-page pt-16">
          <PageSection id="recommended" title="学完可以接着学">
            <CourseGrid courses={course.recommended.slice(0, 3)} />
          </PageSection>
        </div>
      )}
    </>
  );
}
