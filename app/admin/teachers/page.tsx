import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminHeader } from '@/components/admin/admin-header';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { requireAdmin } from '@/lib/auth/guards';
import { listTeachers, type TeacherRow } from '@/lib/data/admin/catalogue-lists';
import { readTeacherSearch, teacherSearchPath } from '@/lib/domain/admin/catalogue-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { TEACHER_ROLE_LABELS } from '@/lib/domain/catalogue';

export const metadata: Metadata = { title: '讲师' };

const COLUMNS: readonly Column<TeacherRow>[] = [
  {
    header: '姓名',
    cell: ({ id, name }) => (
      <Link
        href={`/admin/teachers/${id}`}
        prefetch={false}
        className="inline-flex min-h-9 items-center whitespace-nowrap text-link hover:underline"
      >
        {name}
      </Link>
    ),
  },
  {
    header: '身份',
    cell: ({ role }) => <Badge tone={role === 'mentor' ? 'gold' : 'neutral'}>{TEACHER_ROLE_LABELS[role]}</Badge>,
  },
  { header: '头衔', cell: ({ title }) => title },
  { header: '授课', cell: ({ teachingCount }) => `${teachingCount} 门`, numeric: true },
];

export default async function TeachersPage({ searchParams }: PageProps<'/admin/teachers'>) {
  await requireAdmin();
  const search = readTeacherSearch(await searchParams);
  const { rows, total, pageCount } = await listTeachers(search);
  return (
    <>
      <AdminHeader
        title="讲师"
        actions={
          <Button asChild size="sm">
            <Link href="/admin/teachers/new" prefetch={false}>
              <Plus aria-hidden className="size-4" />
              新建老师
            </Link>
          </Button>
        }
      />
      <FilterForm
        action="/admin/teachers"
        label="筛选老师"
        clearHref={isFiltered(search) ? teacherSearchPath({}) : null}
      >
        <FilterText name="q" label="关键词" value={search.q} placeholder="姓名或头衔" />
        <FilterSelect name="role" label="身份" value={search.role} options={optionsOf(TEACHER_ROLE_LABELS)} />
      </FilterForm>
      <ListFrame
        total={total}
        unit="位老师"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => teacherSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有老师，点「新建老师」开始。'}
      >
        <DataTable label="老师" align="middle" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </>
  );
}
