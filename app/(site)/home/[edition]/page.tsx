import { notFound } from 'next/navigation';
import { CourseGrid } from '@/components/course/course-grid';
import { DegreeCard } from '@/components/course/degree-card';
import { TeacherCard } from '@/components/course/teacher-card';
import { getDegrees } from '@/lib/data/catalogue-degree';
import { getHome } from '@/lib/data/catalogue-home';
import { CategoryShelf } from './_components/category-shelf';
import { HomeHero } from './_components/home-hero';
import { HowItWorks } from './_components/how-it-works';
import { InviteUnknown } from './_components/invite-unknown';
import { Shelf } from './_components/shelf';
import { Trust } from './_components/trust';

/** The home page, which `/` is rewritten to; see next.config.mjs. Rendered at the first visit, then static. */
export function generateStaticParams() {
  return [];
}

export default async function HomePage({ params }: PageProps<'/home/[edition]'>) {
  const { edition } = await params;
  if (edition !== 'latest') notFound();
  const [home, degrees] = await Promise.all([getHome(), getDegrees()]);
  return (
    <>
      <InviteUnknown />
      <HomeHero degrees={degrees} />
      <Trust />
      {degrees.length > 0 && (
        <Shelf title="学位课：从零到一份能上岗的本事" href="/degrees" more="全部学位课">
          <ul className="grid gap-4 sm:gap-6 md:grid-cols-2 lg:grid-cols-3">
            {degrees.slice(0, 3).map((degree) => (
              <li key={degree.slug}>
                <DegreeCard degree={degree} />
              </li>
            ))}
          </ul>
        </Shelf>
      )}
      <CategoryShelf categories={home.categories} />
      {home.topics.length > 0 && (
        <Shelf title="专题课：一次学透一个问题" href="/courses?type=paid" more="全部专题课">
          <CourseGrid courses={home.topics} />
        </Shelf>
      )}
      <HowItWorks />
      {home.newest.length > 0 && (
        <Shelf title="最近上线" href="/courses?sort=newest" more="更多新课">
          <CourseGrid courses={home.newest.slice(0, 3)} />
        </Shelf>
      )}
      {home.teachers.length > 0 && (
        <Shelf title="站在你身边的老师">
          <ul className="grid gap-4 sm:grid-cols-2 sm:gap-6 lg:grid-cols-4">
            {home.teachers.slice(0, 8).map((teacher) => (
              <li key={teacher.name}>
                <TeacherCard teacher={teacher} compact />
              </li>
            ))}
          </ul>
        </Shelf>
      )}
    </>
  );
}
