import { JsonLd } from '@/components/course/json-ld';
import type { CoursePageData } from '@/lib/data/catalogue-course';
import { yuanText } from '@/lib/domain/money';
import { siteUrl } from '@/lib/site-url';

export function CourseJsonLd({ course }: { course: CoursePageData }) {
  const url = siteUrl(`/courses/${course.slug}`);
  return (
    <JsonLd
      data={{
        '@type': 'Course',
        name: course.name,
        description: course.brief,
        url,
        inLanguage: 'zh-CN',
        provider: { '@type': 'Organization', name: '路飞学城', url: siteUrl('/') },
        hasCourseInstance: {
          '@type': 'CourseInstance',
          courseMode: 'online',
          courseWorkload: `PT${course.detail.hours}H`,
          instructor: course.teachers.map(({ name }) => ({ '@type': 'Person', name })),
        },
        offers: course.policies.map(({ validDays, priceFen }) => ({
          '@type': 'Offer',
          name: `${validDays} 天`,
          price: yuanText(priceFen),
          priceCurrency: 'CNY',
          category: priceFen === 0 ? 'Free' : 'Paid',
          url,
        })),
      }}
    />
  );
}
