import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { userPath } from '@/lib/domain/admin/user-search';
import { auditActionLabel, auditSubjectLabel, auditSubjectPath } from '@/lib/domain/audit';
import type { AuditChange } from '@/lib/domain/audit-changes';
import { shanghaiMinute, shanghaiSecond } from '@/lib/domain/shanghai-day';

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

const what = (hideSubject: boolean): Column<AuditItem> => ({
  header: '操作',
  cell: (item) => (
    <>
      {auditActionLabel(item.action)}
      {/* On a phone, where the columns for them are hidden. */}
      <span className="block sm:hidden">
        {!hideSubject && <Subject item={item} />}
        <span className="block text-muted-foreground text-xs tabular-nums">
          {item.actor?.username ?? '系统'} · {shanghaiMinute(item.at)}
        </span>
      </span>
    </>
  ),
});
const WHOM: Column<AuditItem> = {
  header: '对象',
  cell: (item) => <Subject item={item} />,
  from: 'sm',
};
const CHANGES: Column<AuditItem> = {
  header: '变化',
  cell: ({ changes }) => <Changes changes={changes} />,
  className: 'min-w-40',
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
  from: 'sm',
  className: 'whitespace-nowrap',
};
const WHEN: Column<AuditItem> = {
  header: '时间',
  cell: ({ at }) => shanghaiSecond(at),
  from: 'sm',
  className: 'whitespace-nowrap tabular-nums text-muted-foreground',
};

interface AuditTableProps {
  items: readonly AuditItem[];
  /** On a subject's own page everything is about it. */
  hideSubject?: boolean;
}

/** Who did what to whom, and what it changed. */
export function AuditTable({ items, hideSubject = false }: AuditTableProps) {
  const columns = [what(hideSubject), ...(hideSubject ? [] : [WHOM]), CHANGES, WHO, WHEN];
  return <DataTable label="操作记录" columns={columns} rows={items} keyOf={({ id }) => id} />;
}

function Subject({ item: { subjectKind, subjectId, subjectName } }: { item: AuditItem }) {
  const kind = <span className="text-muted-foreground text-xs">{auditSubjectLabel(subjectKind)}</span>;
  const path = auditSubjectPath(subjectKind, subjectId);
  // What is gone has no page any more.
  if (path === null || subjectName === null) {
    return (
      <>
        {kind} {subjectName ?? `#${subjectId}`}
      </>
    );
  }
  return (
    <>
      {kind}{' '}
      <Link href={path} prefetch={false} className="text-link underline underline-offset-4">
        {subjectName}
      </Link>
    </>
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
            {before !== null && <Value as="del" text={before} />}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && <Value as="ins" text={after} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Longer texts than this unfold. */
const SHOWN_CHARACTERS = 80;

const VALUE_STYLES = { del: 'text-danger-ink', ins: 'text-success-ink no-underline' } as const;

function Value({ as: Mark, text }: { as: keyof typeof VALUE_STYLES; text: string }) {
  if (text.length <= SHOWN_CHARACTERS) return <Mark className={VALUE_STYLES[Mark]}>{text}</Mark>;
  return (
    <details>
      <summary className={VALUE_STYLES[Mark]}>
        {text.slice(0, SHOWN_CHARACTERS / 2)}…（共 {text.length} 字）
      </summary>
      <Mark className={`block whitespace-pre-wrap ${VALUE_STYLES[Mark]}`}>{text}</Mark>
    </details>
  );
}
