import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { AuditTable } from '@/components/admin/audit-table';
import { FilterDay, FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { requireAdmin } from '@/lib/auth/guards';
import { listAudit } from '@/lib/data/admin/audit';
import { type AuditSearch, auditSearchPath, readAuditSearch } from '@/lib/domain/admin/audit-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { AUDIT_ACTION_LABELS, AUDIT_SUBJECT_LABELS } from '@/lib/domain/audit';

export const metadata: Metadata = { title: '审计' };

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  await requireAdmin();
  const search = readAuditSearch(await searchParams);
  const { rows, total, pageCount } = await listAudit(search);
  return (
    <>
      <AdminHeader title="审计" description="谁在什么时候改了什么。记录只能追加，不能修改或删除。" />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="条记录"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => auditSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有操作记录。后台的每一次修改都会记在这里。'}
      >
        <AuditTable items={rows} />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: AuditSearch }) {
  return (
    <FilterForm action="/admin/audit" label="筛选操作记录" clearHref={isFiltered(search) ? auditSearchPath({}) : null}>
      <FilterText name="actor" label="操作人" value={search.actor} placeholder="用户名或昵称" narrow />
      <FilterSelect name="action" label="操作" value={search.action} options={optionsOf(AUDIT_ACTION_LABELS)} />
      <FilterSelect name="kind" label="对象类型" value={search.kind} options={optionsOf(AUDIT_SUBJECT_LABELS)} />
      <FilterText name="subject" label="对象编号" value={search.subject} placeholder="编号" narrow />
      <FilterDay name="from" label="日期从" value={search.from} />
      <FilterDay name="to" label="到" value={search.to} />
    </FilterForm>
  );
}
