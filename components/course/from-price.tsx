import { Price } from '@/components/ui/price';
import type { CourseSummary } from '@/lib/domain/course-summary';

/** What a course costs at least, or how else one comes to study it. */
export function FromPrice({ course }: { course: CourseSummary }) {
  if (course.courseType === 'vip') return <p className="font-medium text-primary-ink text-sm">学位课学员免费学</p>;
  if (course.courseType === 'degree_module') {
    return <p className="font-medium text-primary-ink text-sm">包含于「{course.degreeName}」</p>;
  }
  if (course.fromFen === null) return <p className="text-muted-foreground text-sm">价格待公布</p>;
  if (course.fromFen === 0) return <p className="font-semibold text-success-ink">免费</p>;
  return (
    <p className="flex items-baseline gap-1 text-muted-foreground text-sm">
      <Price fen={course.fromFen} size="md" className="text-foreground" />起
    </p>
  );
}
