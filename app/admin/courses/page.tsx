import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { StatusBadge } from '@/app/admin/_catalogue/status-badge';
import { AdminHeader } from '@/components/admin/admin-header';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { Cover } from '@/components/course/cover';
import { Button } from '@/components/ui/button';
import { requireAdmin } from '@/lib/auth/guards';
import { listSubCategoryGroups } from '@/lib/data/admin/catalogue-choices';
import { type CourseRow, listCourses } from '@/lib/data/admin/catalogue-lists';
import { type CourseSearch, courseSearchPath, readCourseSearch } from '@/lib/domain/admin/catalogue-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { COURSE_TYPE_LABELS, PRODUCT_STATUS_LABELS } from '@/lib/domain/catalogue';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

export const metadata: Metadata = { title: '课程' };

const COLUMNS: readonly Column<CourseRow>[] = [
  {
    header: '课程',
    cell: ({ id, name, slug, coverHue, coverGlyph }) => (
      <Link href={`/admin/courses/${id}`} prefetch={false} className="group flex items-center gap-3">
        <Cover
          name={name}
          hue={coverHue}
          glyph={coverGlyph}
          showTitle={false}
          className="w-16 shrink-0 rounded-sm max-sm:hidden"
        />
        <span className="grid">
          <span className="text-link group-hover:underline">{name}</span>
          <span className="text-muted-foreground text-xs">{slug}</span>
        </span>
      </Link>
    ),
  },
  { header: '状态', cell: ({ status }) => <StatusBadge status={status} /> },
  {
    header: '类型',
    cell: ({ courseType }) => COURSE_TYPE_LABELS[courseType],
    from: 'md',
    className: 'whitespace-nowrap',
  },
  { header: '子分类', cell: ({ subCategory }) => subCategory, from: 'lg', className: 'whitespace-nowrap' },
  { header: '起价', cell: ({ fromFen }) => (fromFen === null ? '—' : formatYuan(fromFen)), numeric: true },
  { header: '学员', cell: ({ studentCount }) => studentCount, numeric: true, from: 'md' },
  {
    header: '最近修改',
    cell: ({ updatedAt }) => shanghaiMinute(updatedAt),
    from: 'lg',
    className: 'whitespace-nowrap tabular-nums',
  },
];

export default async function CoursesPage({ searchParams }: PageProps<'/admin/courses'>) {
  await requireAdmin();
  const search = readCourseSearch(await searchParams);
  const { rows, total, pageCount } = await listCourses(search);
  return (
    <>
      <AdminHeader
        title="课程"
        actions={
          <Button asChild size="sm">
            <Link href="/admin/courses/new" prefetch={false}>
              <Plus aria-hidden className="size-4" />
              新建课程
            </Link>
          </Button>
        }
      />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="门课程"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => courseSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有课程，点「新建课程」开始。'}
      >
        <DataTable label="课程" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </>
  );
}

async function Filters({ search }: { search: CourseSearch }) {
  const groups = await listSubCategoryGroups();
  const subCategories = groups.flatMap((group) =>
    group.subCategories.map(({ id, name }) => ({ value: String(id), label: `${group.name} / ${name}` })),
  );
  return (
    <FilterForm action="/admin/courses" label="筛选课程" clearHref={isFiltered(search) ? courseSearchPath({}) : null}>
      <FilterText name="q" label="关键词" value={search.q} placeholder="课程名或网址" />
      <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(PRODUCT_STATUS_LABELS)} />
      <FilterSelect name="type" label="类型" value={search.type} options={optionsOf(COURSE_TYPE_LABELS)} />
      <FilterSelect
        name="sub"
        label="子分类"
        value={search.sub === null ? null : String(search.sub)}
        options={subCategories}
      />
    </FilterForm>
  );
}
