import Link from 'next/link';
import { AuditTable } from '@/components/admin/audit-table';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import type { AuditRow } from '@/lib/data/admin/audit';
import { auditSearchPath } from '@/lib/domain/admin/audit-search';
import type { CatalogueSubject } from '@/lib/domain/catalogue-audit';

interface AuditPanelProps {
  kind: CatalogueSubject;
  id: number;
  items: readonly AuditRow[];
}

/** What administrators did to this subject last. */
export function AuditPanel({ kind, id, items }: AuditPanelProps) {
  return (
    <Panel
      title="操作记录"
      flush
      aside={
        <Link
          href={auditSearchPath({ kind, subject: String(id) })}
          prefetch={false}
          className="inline-flex min-h-9 items-center text-link text-sm hover:underline"
        >
          全部记录
        </Link>
      }
    >
      {items.length === 0 ? <PanelEmpty>还没有管理员改过它。</PanelEmpty> : <AuditTable items={items} hideSubject />}
    </Panel>
  );
}
