import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { Badge } from '@/components/ui/badge';
import type { ListPage } from '@/lib/data/admin/paging';
import type { BillEntryRow } from '@/lib/data/admin/reconciliation';
import { casePath, dayPath, type EntrySearch, entriesPath } from '@/lib/domain/admin/reconciliation-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { BILL_ENTRY_LABELS, CASE_KIND_LABELS } from '@/lib/domain/reconciliation-kinds';
import { type Day, shanghaiTime } from '@/lib/domain/shanghai-day';
import { signedYuan } from '../../_components/signed-yuan';

const COLUMNS: readonly Column<BillEntryRow>[] = [
  {
    header: '商户编号',
    cell: ({ kind, outTradeNo, outRequestNo }) => (
      <span className="grid break-all tabular-nums">
        {outTradeNo}
        <span className="text-muted-foreground text-xs">
          {BILL_ENTRY_LABELS[kind]} {outRequestNo}
        </span>
      </span>
    ),
  },
  { header: '金额', cell: ({ amountFen }) => signedYuan(amountFen), numeric: true },
  { header: '核对', cell: (row) => <Match row={row} /> },
  { header: '支付宝交易号', cell: ({ tradeNo }) => tradeNo, from: 'lg', className: 'tabular-nums' },
  {
    header: '完成',
    cell: ({ finishedAt }) => (finishedAt ? shanghaiTime(finishedAt) : '—'),
    from: 'sm',
    className: 'tabular-nums',
  },
];

function Match({ row: { caseId, caseKind, caseStatus } }: { row: BillEntryRow }) {
  if (caseId === null || caseKind === null) return <Badge tone="success">一致</Badge>;
  return (
    <Link href={casePath(caseId)} prefetch={false} className="text-link hover:underline">
      {CASE_KIND_LABELS[caseKind]}
      {caseStatus === 'closed' && '（已了结）'}
    </Link>
  );
}

interface EntriesProps {
  day: Day;
  search: EntrySearch;
  list: ListPage<BillEntryRow>;
}

/** The rows of a day's bill. */
export function Entries({ day, search, list: { rows, total, pageCount } }: EntriesProps) {
  return (
    <div>
      <FilterForm
        action={dayPath(day)}
        label="筛选账单明细"
        clearHref={isFiltered(search) ? entriesPath(day, {}) : null}
      >
        <FilterText name="q" label="编号" value={search.q} placeholder="商户编号、交易号或请求号的开头" />
        <FilterSelect name="kind" label="类型" value={search.kind} options={optionsOf(BILL_ENTRY_LABELS)} />
        <FilterSelect
          name="match"
          label="核对"
          value={search.match}
          options={optionsOf({ matched: '一致', differs: '有差异' })}
        />
      </FilterForm>
      <ListFrame
        total={total}
        unit="笔"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => entriesPath(day, { ...search, page })}
        empty={isFiltered(search) ? null : '这一天没有账单明细。'}
      >
        <DataTable label="账单明细" columns={COLUMNS} rows={rows} keyOf={({ position }) => position} />
      </ListFrame>
    </div>
  );
}
