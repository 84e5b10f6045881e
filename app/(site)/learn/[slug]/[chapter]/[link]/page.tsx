import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { getViewer } from '@/lib/auth/viewer';
import { getLesson } from '@/lib/data/learning/for-viewer';
import { coursePath, lessonPath } from '@/lib/domain/learn-paths';
import { Denied } from '../../../_components/denied';
import { LessonArticle } from './_components/lesson-article';
import { LessonNavigation } from './_components/lesson-navigation';
import { Outline, OutlineDrawer } from './_components/outline';
import { TrialNote } from './_components/trial-note';

type Props = PageProps<'/learn/[slug]/[chapter]/[link]'>;

async function find(params: Props['params']) {
  const { slug, chapter, link } = await params;
  return /^[1-9]\d{0,3}$/.test(chapter) ? getLesson(slug, Number(chapter), link) : undefined;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const place = await find(params);
  return { title: place ? `${place.section.name} · ${place.course.name}` : '没有找到页面', robots: { index: false } };
}

export default async function LessonPage({ params }: Props) {
  const place = await find(params);
  if (!place) notFound();
  const { course, access, section, content, outline, previous, next } = place;
  const here = lessonPath(course.slug, section.chapter, section.link);
  if (!content) {
    if (access.open) throw new Error(`section ${section.id} is open but has no content`);
    if (access.reason === 'SIGN_IN') redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
    const trial = outline.flatMap((chapter) => chapter.sections).find((one) => one.isFreeTrial) ?? null;
    return <Denied course={course} access={access} trial={trial} />;
  }
  const isSignedIn = (await getViewer()) !== null;
  const crumbs = access.open
    ? [
        { label: '我的学习', href: '/learn' as const },
        { label: course.name, href: coursePath(course.slug) },
      ]
    : [
        { label: '全部课程', href: '/courses' as const },
        { label: course.name, href: `/courses/${course.slug}` as const },
      ];
  const outlineOf = { slug: course.slug, outline, current: section.id, isOpen: access.open };

  return (
    <div className="container-page grid gap-4 pt-4 pb-16">
      <Breadcrumbs crumbs={[...crumbs, { label: section.name }]} />
      <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <OutlineDrawer {...outlineOf} />
        <Outline {...outlineOf} className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto max-lg:hidden" />
        <div className="grid min-w-0 gap-6">
          {!access.open && <TrialNote slug={course.slug} name={course.name} isSignedIn={isSignedIn} here={here} />}
          <LessonArticle section={section} content={content} canKeepProgress={isSignedIn} />
          <LessonNavigation slug={course.slug} previous={previous} next={next} isCompleted={section.isCompleted} />
        </div>
      </div>
    </div>
  );
}
