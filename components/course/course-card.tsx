import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { COURSE_LEVEL_LABELS, COURSE_TYPE_LABELS } from '@/lib/domain/catalogue';
import type { CourseSummary } from '@/lib/domain/course-summary';
import { Cover } from './cover';
import { FromPrice } from './from-price';

/** A course in a list. The whole card is the link's target, its name is the link's text. */
export function CourseCard({ course, headingLevel: Heading = 'h3' }: CourseCardProps) {
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-lg border bg-card text-card-foreground shadow-card transition-transform hover:-translate-y-0.5 focus-within:ring-2 focus-within:ring-ring">
      <Cover name={course.name} hue={course.coverHue} glyph={course.coverGlyph} />
      <div className="flex flex-1 flex-col gap-2 p-4">
        <div className="flex flex-wrap gap-1.5">
          <Badge tone={course.courseType === 'vip' ? 'gold' : 'neutral'}>{COURSE_TYPE_LABELS[course.courseType]}</Badge>
          <Badge>{COURSE_LEVEL_LABELS[course.level]}</Badge>
          {course.status === 'upcoming' && <Badge tone="info">即将上线</Badge>}
        </div>
        <Heading className="font-semibold text-base">
          <Link
            href={`/courses/${course.slug}`}
            prefetch={false}
            className="outline-none after:absolute after:inset-0 group-hover:underline"
          >
            {course.name}
          </Link>
        </Heading>
        <p className="line-clamp-2 text-muted-foreground text-sm">{course.brief}</p>
        <p className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 pt-1 text-muted-foreground text-sm">
          {course.teacherName && (
            <span className="inline-flex items-center gap-1">
              <span aria-hidden className="sign-teacher size-4" />
              {course.teacherName}
            </span>
          )}
          <span className="inline-flex items-center gap-1">
            <span aria-hidden className="sign-hours size-4" />
            {course.hours} 小时
          </span>
          {course.studentCount > 0 && <span>{course.studentCount} 人在学</span>}
        </p>
        <div className="border-t pt-3">
          <FromPrice course={course} />
        </div>
      </div>
    </article>
  );
}

interface CourseCardProps {
  course: CourseSummary;
  headingLevel?: 'h2' | 'h3';
}
