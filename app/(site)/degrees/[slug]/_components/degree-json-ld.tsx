import { JsonLd } from '@/components/course/json-ld';
import type { DegreePageData } from '@/lib/data/catalogue-degree';
import { yuanText } from '@/lib/domain/money';
import { siteUrl } from '@/lib/site-url';

export function DegreeJsonLd({ degree }: { degree: DegreePageData }) {
  const url = siteUrl(`/degrees/${degree.slug}`);
  return (
    <JsonLd
      data={{
        '@type': 'EducationalOccupationalProgram',
        name: degree.name,
        description: degree.brief,
        url,
        timeToComplete: `P${degree.period}D`,
        educationalProgramMode: 'online',
        programPrerequisites: degree.prerequisite,
        provider: { '@type': 'Organization', name: '路飞学城', url: siteUrl('/') },
        hasCourse: degree.modules.map(({ name, slug }) => ({
          '@type': 'Course',
          name,
          url: siteUrl(`/courses/${slug}`),
        })),
        offers: degree.policies.map(({ validDays, priceFen }) => ({
          '@type': 'Offer',
          name: `${validDays} 天`,
          price: yuanText(priceFen),
          priceCurrency: 'CNY',
          url,
        })),
      }}
    />
  );
}
