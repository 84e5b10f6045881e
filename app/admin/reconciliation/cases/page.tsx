import type { Metadata } from 'next';
import { FilterDay, FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { requireAdmin } from '@/lib/auth/guards';
import { listCases } from '@/lib/data/admin/reconciliation-cases';
import { type CaseSearch, casesPath, readCaseSearch } from '@/lib/domain/admin/reconciliation-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { CASE_KIND_LABELS, CASE_STATUS_LABELS } from '@/lib/domain/reconciliation-kinds';
import { CaseTable } from '../_components/case-table';
import { ReconciliationHeader } from '../_components/reconciliation-header';

export const metadata: Metadata = { title: '对账差异' };

export default async function CasesPage({ searchParams }: PageProps<'/admin/reconciliation/cases'>) {
  await requireAdmin();
  const search = readCaseSearch(await searchParams);
  const { rows, total, pageCount } = await listCases(search);
  return (
    <>
      <ReconciliationHeader current="cases" />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="处差异"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => casesPath({ ...search, page })}
        empty={isFiltered(search) ? null : '没有差异：核对过的账单都一致。'}
      >
        <CaseTable cases={rows} />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: CaseSearch }) {
  return (
    <FilterForm
      action="/admin/reconciliation/cases"
      label="筛选差异"
      clearHref={isFiltered(search) ? casesPath({}) : null}
    >
      <FilterText name="q" label="编号" value={search.q} placeholder="支付或退款编号的开头" />
      <FilterSelect name="kind" label="差异" value={search.kind} options={optionsOf(CASE_KIND_LABELS)} />
      <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(CASE_STATUS_LABELS)} />
      <FilterDay name="day" label="账单日" value={search.day} />
    </FilterForm>
  );
}
