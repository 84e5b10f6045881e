import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CourseGrid } from '@/components/course/course-grid';
import { FaqList } from '@/components/course/faq-list';
import { PageSection, SectionNav } from '@/components/course/page-section';
import { TeacherCard } from '@/components/course/teacher-card';
import { ShareCard } from '@/components/wechat/share-card';
import { getDegree } from '@/lib/data/catalogue-degree';
import { siteUrl } from '@/lib/site-url';
import { DegreeHeader } from './_components/degree-header';
import { DegreeJsonLd } from './_components/degree-json-ld';
import { DegreeOffline } from './_components/degree-offline';
import { DegreePurchase } from './_components/degree-purchase';
import { Scholarships } from './_components/scholarships';
import { sectionsOf } from './_components/sections';

/** No degree is rendered by a build; each is at its first visit, and is static until one of its tags expires. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<'/degrees/[slug]'>): Promise<Metadata> {
  const { slug } = await params;
  const degree = await getDegree(slug);
  if (!degree) notFound();
  const url = siteUrl(`/degrees/${slug}`);
  return {
    title: degree.name,
    description: degree.brief,
    alternates: { canonical: url },
    openGraph: { title: degree.name, description: degree.brief, url, type: 'website' },
    ...(degree.status === 'offline' && { robots: { index: false } }),
  };
}

export default async function DegreePage({ params }: PageProps<'/degrees/[slug]'>) {
  const { slug } = await params;
  const degree = await getDegree(slug);
  if (!degree) notFound();
  if (degree.status === 'offline') return <DegreeOffline degree={degree} />;
  return (
    <>
      <DegreeJsonLd degree={degree} />
      <ShareCard title={degree.name} description={degree.brief} path={`/degrees/${slug}`} />
      <DegreeHeader degree={degree} />
      <div className="container-page grid items-start gap-8 pt-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
        <DegreePurchase degree={degree} />
        <div className="grid min-w-0 gap-12">
          <SectionNav sections={sectionsOf(degree)} />
          <PageSection id="modules" title="学习模块" aside={`${degree.modules.length} 个模块，循序渐进`}>
            <CourseGrid courses={degree.modules} columns={2} />
          </PageSection>
          <Scholarships degree={degree} />
          <PageSection id="prerequisite" title="先修要求">
            <p className="whitespace-pre-line rounded-lg border bg-card p-5 shadow-card">{degree.prerequisite}</p>
          </PageSection>
          {degree.teachers.length > 0 && (
            <PageSection id="teachers" title="讲师与导师">
              <ul className="grid gap-4">
                {degree.teachers.map((teacher) => (
                  <li key={teacher.name}>
                    <TeacherCard teacher={teacher} />
                  </li>
                ))}
              </ul>
            </PageSection>
          )}
          {degree.faqs.length > 0 && (
            <PageSection id="faq" title="常见问题">
              <FaqList faqs={degree.faqs} />
            </PageSection>
          )}
        </div>
      </div>
    </>
  );
}
