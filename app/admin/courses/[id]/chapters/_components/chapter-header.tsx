import type { ReactNode } from 'react';
import { AdminHeader } from '@/components/admin/admin-header';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { ChapterForm } from '@/lib/data/admin/catalogue-lessons';
import type { ProductHead } from '@/lib/data/admin/catalogue-product';

interface ChapterHeaderProps {
  course: ProductHead;
  chapter: ChapterForm;
  /** What the page is about below the chapter; without it, the chapter itself. */
  title?: string;
  actions?: ReactNode;
}

/** The way back: courses, the course, its chapters, the chapter. */
export function ChapterHeader({ course, chapter, title, actions }: ChapterHeaderProps) {
  const chapterName = `第 ${chapter.number} 章 ${chapter.name}`;
  const above = [
    { label: '课程', href: '/admin/courses' as const },
    { label: course.name, href: `/admin/courses/${course.id}/chapters` as const },
  ];
  return (
    <AdminHeader
      above={
        <Breadcrumbs
          crumbs={
            title === undefined
              ? [...above, { label: chapterName }]
              : [
                  ...above,
                  { label: chapterName, href: `/admin/courses/${course.id}/chapters/${chapter.id}` as const },
                  { label: title },
                ]
          }
        />
      }
      title={title ?? chapterName}
      actions={actions}
    />
  );
}
