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
import { type DegreeRow, listDegrees } from '@/lib/data/admin/catalogue-lists';
import { degreeSearchPath, readDegreeSearch } from '@/lib/domain/admin/catalogue-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { PRODUCT_STATUS_LABELS } from '@/lib/domain/catalogue';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

export const metadata: Metadata = { title: '学位课' };

const COLUMNS: readonly Column<DegreeRow>[] = [
  {
    header: '学位课',
    cell: ({ id, name, slug, coverHue, coverGlyph }) => (
      <Link href={`/admin/degrees/${id}`} prefetch={false} className="group flex items-center gap-3">
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
  { header: '起价', cell: ({ fromFen }) => (fromFen === null ? '—' : formatYuan(fromFen)), numeric: true },
  { header: '模块', cell: ({ moduleCount }) => moduleCount, numeric: true, from: 'md' },
  { header: '学员', cell: ({ studentCount }) => studentCount, numeric: true, from: 'md' },
  {
    header: '最近修改',
    cell: ({ updatedAt }) => shanghaiMinute(updatedAt),
    from: 'lg',
    className: 'whitespace-nowrap tabular-nums',
  },
];

export default async function DegreesPage({ searchParams }: PageProps<'/admin/degrees'>) {
  await requireAdmin();
  const search = readDegreeSearch(await searchParams);
  const { rows, total, pageCount } = await listDegrees(search);
  return (
    <>
      <AdminHeader
        title="学位课"
        actions={
          <Button asChild size="sm">
            <Link href="/admin/degrees/new" prefetch={false}>
              <Plus aria-hidden className="size-4" />
              新建学位课
            </Link>
          </Button>
        }
      />
      <FilterForm
        action="/admin/degrees"
        label="筛选学位课"
        clearHref={isFiltered(search) ? degreeSearchPath({}) : null}
      >
        <FilterText name="q" label="关键词" value={search.q} placeholder="学位课名或网址" />
        <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(PRODUCT_STATUS_LABELS)} />
      </FilterForm>
      <ListFrame
        total={total}
        unit="门学位课"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => degreeSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有学位课，点「新建学位课」开始。'}
      >
        <DataTable label="学位课" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </>
  );
}
