import { cn } from '@/components/ui/cn';
import type { CourseSummary } from '@/lib/domain/course-summary';
import { CourseCard } from './course-card';

interface CourseGridProps {
  courses: readonly CourseSummary[];
  headingLevel?: 'h2' | 'h3';
  /** On a wide screen. */
  columns?: 2 | 3;
}

export function CourseGrid({ courses, headingLevel = 'h3', columns = 3 }: CourseGridProps) {
  return (
    <ul className={cn('grid gap-4 sm:grid-cols-2 sm:gap-6', columns === 3 && 'lg:grid-cols-3')}>
      {courses.map((course) => (
        <li key={course.slug}>
          <CourseCard course={course} headingLevel={headingLevel} />
        </li>
      ))}
    </ul>
  );
}
