import type { DegreePageData } from '@/lib/data/catalogue-degree';

/** What the page's own navigation offers: the parts that have something in them. */
export function sectionsOf(degree: DegreePageData) {
  return [
    { id: 'modules', title: '学习模块', shown: true },
    { id: 'scholarships', title: '奖学金', shown: degree.scholarships.length > 0 },
    { id: 'prerequisite', title: '先修要求', shown: true },
    { id: 'teachers', title: '老师', shown: degree.teachers.length > 0 },
    { id: 'faq', title: '常见问题', shown: degree.faqs.length > 0 },
  ].filter(({ shown }) => shown);
}
