import { SearchX } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { CourseGrid } from '@/components/course/course-grid';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { getCategories, getCourseList } from '@/lib/data/catalogue-list';
import { PAGE_SIZE } from '@/lib/data/course-list-query';
import { courseListHref, NO_FILTER, parseCourseFilter } from '@/lib/domain/course-filter';
import { ActiveFilters } from './_components/active-filters';
import { CourseSearch } from './_components/course-search';
import { FilterPanel } from './_components/filter-panel';
import { SortLinks } from './_components/sort-links';

export const metadata: Metadata = {
  title: '全部课程',
  description: '按方向、难度、类型与价格挑选课程，每门课都有免费试学小节。',
};

export default async function CoursesPage({ searchParams }: PageProps<'/courses'>) {
  const filter = parseCourseFilter(await searchParams);
  const [{ courses, total }, categories] = await Promise.all([getCourseList(filter), getCategories()]);
  const pageCount = Math.ceil(total / PAGE_SIZE);
  if (filter.page > 1 && filter.page > pageCount) redirect(courseListHref({ ...filter, page: Math.max(pageCount, 1) }));
  return (
    <div className="container-page">
      <PageHeader title="全部课程" description="先试学，再决定。挑一个方向，或者直接搜你想解决的问题。" />
      <div className="grid gap-8 lg:grid-cols-[15rem_1fr]">
        <FilterPanel filter={filter} categories={categories} />
        <div className="grid min-w-0 content-start gap-4">
          <CourseSearch filter={filter} />
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <p role="status" className="text-muted-foreground">
              共 <span className="font-semibold text-foreground tabular-nums">{total}</span> 门课程
            </p>
            <SortLinks filter={filter} />
          </div>
          <ActiveFilters filter={filter} categories={categories} />
          {courses.length > 0 ? (
            <CourseGrid courses={courses} headingLevel="h2" />
          ) : (
            <EmptyState
              icon={SearchX}
              title="没有符合条件的课程"
              action={
                <Button asChild>
                  <Link href={courseListHref(NO_FILTER)}>清除全部条件</Link>
                </Button>
              }
            >
              换一个词，或者放宽一两个条件试试。
            </EmptyState>
          )}
          <div className="pt-4">
            <Pagination
              page={filter.page}
              pageCount={pageCount}
              hrefOf={(page) => courseListHref({ ...filter, page })}
            />
          </div>
        </div>
      </div>
    </div>
  );
}
