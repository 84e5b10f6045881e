import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getCourseHome } from '@/lib/data/learning/for-viewer';
import { coursePath } from '@/lib/domain/learn-paths';
import { Denied } from '../_components/denied';
import { ChapterCard } from './_components/chapter-card';
import { CourseHeader } from './_components/course-header';

type Props = PageProps<'/learn/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const home = await getCourseHome((await params).slug);
  return { title: home ? `学习：${home.course.name}` : '没有找到页面', robots: { index: false } };
}

/** The home of a course for those who study it. */
export default async function CourseHomePage({ params }: Props) {
  const { slug } = await params;
  const home = await getCourseHome(slug);
  if (!home) notFound();
  const { course, access, outline, progress } = home;
  if (!access.open) {
    if (access.reason === 'SIGN_IN') redirect(`/sign-in?callbackUrl=${encodeURIComponent(coursePath(slug))}`);
    const trial = outline.flatMap((chapter) => chapter.sections).find((section) => section.isFreeTrial) ?? null;
    return <Denied course={course} access={access} trial={trial} />;
  }
  return (
    <div className="container-page grid gap-6 pt-6 pb-16">
      <CourseHeader course={course} lastDay={access.lastDay} progress={progress} />
      {outline.map((chapter) => (
        <ChapterCard key={chapter.number} slug={slug} chapter={chapter} />
      ))}
    </div>
  );
}
