import type { Metadata } from 'next';
import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterDay, FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { requireAdmin } from '@/lib/auth/guards';
import { type BeliEntryRow, listBeliEntries } from '@/lib/data/admin/beli-entries';
import { type BeliSearch, beliSearchPath, readBeliSearch } from '@/lib/domain/admin/beli-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { userPath } from '@/lib/domain/admin/user-search';
import { BELI_ENTRY_LABELS, signedBeli } from '@/lib/domain/beli';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { BeliHeader } from '../_components/beli-header';

export const metadata: Metadata = { title: '贝里明细' };

const LINK = 'text-link hover:underline';

const COLUMNS: readonly Column<BeliEntryRow>[] = [
  {
    header: '用户',
    cell: ({ accountId, username, nickname }) => (
      <Link href={userPath(accountId)} prefetch={false} className="group inline-grid">
        <span className="text-link group-hover:underline">{nickname}</span>
        <span className="text-muted-foreground text-xs">{username}</span>
      </Link>
    ),
  },
  {
    header: '变动',
    cell: ({ kind, note, orderNo, heldDelta }) => (
      <>
        <span className="whitespace-nowrap">{BELI_ENTRY_LABELS[kind]}</span>
        {/* On a phone, where the column for it is hidden. */}
        {heldDelta !== 0 && (
          <span className="block text-muted-foreground text-xs tabular-nums sm:hidden">
            冻结 {signedBeli(heldDelta)}
          </span>
        )}
        {note !== '' && <span className="block text-muted-foreground text-xs">{note}</span>}
        {orderNo !== null && (
          <Link
            href={`/admin/orders/${orderNo}`}
            prefetch={false}
            className={`block break-all text-xs tabular-nums ${LINK}`}
          >
            {orderNo}
          </Link>
        )}
      </>
    ),
  },
  { header: '余额', cell: ({ delta }) => (delta === 0 ? '—' : signedBeli(delta)), numeric: true },
  {
    header: '冻结',
    cell: ({ heldDelta }) => (heldDelta === 0 ? '—' : signedBeli(heldDelta)),
    numeric: true,
    from: 'sm',
  },
  { header: '变动后余额', cell: ({ balanceAfter }) => balanceAfter, numeric: true, from: 'sm' },
  { header: '变动后冻结', cell: ({ heldAfter }) => heldAfter, numeric: true, from: 'lg' },
  {
    header: '时间',
    cell: ({ createdAt }) => shanghaiSecond(createdAt),
    from: 'md',
    className: 'whitespace-nowrap tabular-nums text-muted-foreground',
  },
];

export default async function BeliEntriesPage({ searchParams }: PageProps<'/admin/beli/entries'>) {
  await requireAdmin();
  const search = readBeliSearch(await searchParams);
  const { rows, total, pageCount } = await listBeliEntries(search);
  return (
    <>
      <BeliHeader current="entries" />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="笔"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => beliSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有贝里变动。'}
      >
        <DataTable label="贝里明细" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: BeliSearch }) {
  return (
    <FilterForm
      action="/admin/beli/entries"
      label="筛选贝里明细"
      clearHref={isFiltered(search) ? beliSearchPath({}) : null}
    >
      <FilterText name="q" label="关键词" value={search.q} placeholder="用户、订单号或原因" />
      <FilterSelect name="kind" label="变动" value={search.kind} options={optionsOf(BELI_ENTRY_LABELS)} />
      <FilterDay name="from" label="日期从" value={search.from} />
      <FilterDay name="to" label="到" value={search.to} />
    </FilterForm>
  );
}
