import type { CoursePageData } from '@/lib/data/catalogue-course';

/** What the page's own navigation offers: the parts that have something in them. */
export function sectionsOf(course: CoursePageData) {
  return [
    { id: 'intro', title: '课程介绍', shown: true },
    { id: 'outline', title: '大纲', shown: course.outline.length > 0 },
    { id: 'chapters', title: '目录', shown: course.chapters.length > 0 },
    { id: 'teachers', title: '老师', shown: course.teachers.length > 0 },
    { id: 'faq', title: '常见问题', shown: course.faqs.length > 0 },
    { id: 'recommended', title: '推荐课程', shown: course.recommended.length > 0 },
  ].filter(({ shown }) => shown);
}
