import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import type { GrantPerson } from '@/lib/data/admin/coupon-grant';
import { GRANT_PROBLEM_LABELS, type GrantProblem } from '@/lib/domain/admin/grant-list';
import { userPath } from '@/lib/domain/admin/user-search';

const PEOPLE: readonly Column<GrantPerson>[] = [
  {
    header: '学员',
    cell: ({ id, username, nickname }) => (
      <Link href={userPath(id)} prefetch={false} className="group inline-grid">
        <span className="text-link group-hover:underline">{nickname}</span>
        <span className="text-muted-foreground text-xs">{username}</span>
      </Link>
    ),
  },
  { header: '已有', cell: ({ held }) => `${held} 张`, numeric: true },
];

export function GrantPeople({ people }: { people: readonly GrantPerson[] }) {
  return <DataTable label="名单里的学员" columns={PEOPLE} rows={people} keyOf={({ id }) => id} />;
}

const PROBLEMS: readonly Column<GrantProblem>[] = [
  { header: '行', cell: ({ line }) => `第 ${line} 行`, className: 'whitespace-nowrap tabular-nums' },
  { header: '内容', cell: ({ text }) => <span className="break-all font-mono">{text}</span> },
  { header: '问题', cell: ({ problem }) => GRANT_PROBLEM_LABELS[problem] },
];

/** The lines that name nobody, by their numbers. */
export function GrantProblems({ problems }: { problems: readonly GrantProblem[] }) {
  return <DataTable label="有误的行" columns={PROBLEMS} rows={problems} keyOf={({ line }) => line} />;
}
