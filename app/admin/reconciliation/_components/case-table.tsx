import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import type { CaseRow } from '@/lib/data/admin/reconciliation-cases';
import { casePath, dayPath } from '@/lib/domain/admin/reconciliation-search';
import { readSubject } from '@/lib/domain/bill-match';
import { BILL_ENTRY_LABELS } from '@/lib/domain/reconciliation-kinds';
import { CaseKindBadge, CaseStatusBadge } from './badges';
import { signedYuan } from './signed-yuan';

const COLUMNS: readonly Column<CaseRow>[] = [
  {
    header: '差异',
    cell: ({ id, subject, kind }) => {
      const { kind: entry, outTradeNo, outRequestNo } = readSubject(subject);
      return (
        <Link href={casePath(id)} prefetch={false} className="group inline-grid justify-items-start gap-1">
          <span className="break-all text-link tabular-nums group-hover:underline">
            {BILL_ENTRY_LABELS[entry]} {outRequestNo ?? outTradeNo}
          </span>
          <CaseKindBadge kind={kind} />
        </Link>
      );
    },
  },
  { header: '我们', cell: ({ ourFen }) => signedYuan(ourFen), numeric: true },
  { header: '支付宝', cell: ({ theirFen }) => signedYuan(theirFen), numeric: true },
  { header: '状态', cell: ({ outcome }) => <CaseStatusBadge outcome={outcome} /> },
  {
    header: '账单日',
    cell: ({ day }) => (
      <Link href={dayPath(day)} prefetch={false} className="text-link hover:underline">
        {day}
      </Link>
    ),
    from: 'sm',
    className: 'whitespace-nowrap tabular-nums',
  },
];

/** Differences between bills and us. */
export function CaseTable({ cases }: { cases: readonly CaseRow[] }) {
  return <DataTable label="差异" columns={COLUMNS} rows={cases} keyOf={({ id }) => id} />;
}
