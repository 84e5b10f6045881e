import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { userPath } from '@/lib/domain/admin/user-search';
import { type AuditChange, auditActionLabel, auditSubjectLabel } from '@/lib/domain/audit';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';

interface AuditItem {
  readonly id: number;
  readonly actor: { readonly id: number; readonly username: string } | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly changes: readonly AuditChange[];
  readonly at: Date;
}

const WHEN: Column<AuditItem> = {
  header: '时间',
  cell: ({ at }) => shanghaiSecond(at),
  className: 'whitespace-nowrap tabular-nums',
};
const WHO: Column<AuditItem> = {
  header: '操作人',
  cell: ({ actor }) =>
    actor ? (
      <Link href={userPath(actor.id)} prefetch={false} className="hover:underline">
        {actor.username}
      </Link>
    ) : (
      '系统'
    ),
  className: 'whitespace-nowrap',
};
const WHAT: Column<AuditItem> = {
  header: '操作',
  cell: ({ action }) => auditActionLabel(action),
  className: 'whitespace-nowrap',
};
const WHOM: Column<AuditItem> = { header: '对象', cell: (item) => <Subject item={item} /> };
const CHANGES: Column<AuditItem> = {
  header: '变化',
  cell: ({ changes }) => <Changes changes={changes} />,
  className: 'min-w-48',
};

interface AuditTableProps {
  items: readonly AuditItem[];
  /** On a subject's own page everything is about it. */
  hideSubject?: boolean;
}

/** Who did what to whom, and what it changed. */
export function AuditTable({ items, hideSubject = false }: AuditTableProps) {
  const columns = hideSubject ? [WHEN, WHO, WHAT, CHANGES] : [WHEN, WHO, WHAT, WHOM, CHANGES];
  return <DataTable label="操作记录" columns={columns} rows={items} keyOf={({ id }) => id} />;
}

function Subject({ item: { subjectKind, subjectId, subjectName } }: { item: AuditItem }) {
  const name = `${auditSubjectLabel(subjectKind)} ${subjectName ?? subjectId}`;
  if (subjectKind !== 'account') return name;
  return (
    <Link href={userPath(Number(subjectId))} prefetch={false} className="hover:underline">
      {name}
    </Link>
  );
}

function Changes({ changes }: { changes: readonly AuditChange[] }) {
  if (changes.length === 0) return '—';
  return (
    <dl className="grid gap-0.5">
      {changes.map(({ label, before, after }) => (
        <div key={label} className="flex flex-wrap gap-x-2">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="min-w-0 break-words">
            {before !== null && <del className="text-danger-ink">{before}</del>}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && <ins className="text-success-ink no-underline">{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
