import Link from 'next/link';
import { CourseGrid } from '@/components/course/course-grid';
import { PageSection } from '@/components/course/page-section';
import { Notice } from '@/components/site/notice';
import { Button } from '@/components/ui/button';
import type { CoursePageData } from '@/lib/data/catalogue-course';
import { coursePath } from '@/lib/domain/learn-paths';

/** Withdrawn, not gone: those who bought it go on studying, others find the next best. */
export function CourseOffline({ course }: { course: CoursePageData }) {
  return (
    <>
      <Notice title={`「${course.name}」已下线`}>
        <p className="max-w-md text-muted-foreground">
          这门课程不再出售。已经购买的同学在有效期内可以继续学习，学习记录都在。
        </p>
        <div className="mt-4 flex flex-wrap justify-center gap-3">
          <Button asChild>
            <Link href={`/courses?sub=${course.subCategory.slug}`}>看看同类课程</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href={coursePath(course.slug)} prefetch={false}>
              我买过，继续学习
            </Link>
          </Button>
        </div>
      </Notice>
      {course.recommended.length > 0 && (
        <div className="container-page">
          <PageSection id="recommended" title="也许适合你">
            <CourseGrid courses={course.recommended.slice(0, 3)} />
          </PageSection>
        </div>
      )}
    </>
  );
}
