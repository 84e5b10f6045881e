import type { Metadata } from 'next';
import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FigureCards } from '@/components/admin/figure-cards';
import { Panel } from '@/components/admin/panel';
import { Alert } from '@/components/ui/alert';
import { requireAdmin } from '@/lib/auth/guards';
import { auditBeli, type BeliAudit, type BeliDifference } from '@/lib/data/admin/beli';
import { userPath } from '@/lib/domain/admin/user-search';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { BeliHeader } from './_components/beli-header';

export const metadata: Metadata = { title: '贝里核对' };

const WHAT = {
  balance: '余额与明细之和',
  held: '冻结与明细之和',
  running: '这一笔之后的数与之前之和',
  orders: '冻结与待支付订单',
} as const satisfies Record<BeliDifference['what'], string>;

const COLUMNS: readonly Column<BeliDifference>[] = [
  {
    header: '用户',
    cell: ({ accountId, username }) => (
      <Link href={userPath(accountId)} prefetch={false} className="text-link hover:underline">
        {username}
      </Link>
    ),
  },
  { header: '不一致', cell: ({ what, entryId }) => `${WHAT[what]}${entryId === null ? '' : `（第 ${entryId} 笔）`}` },
  { header: '账上', cell: ({ stored }) => stored, numeric: true },
  { header: '重新计算', cell: ({ recomputed }) => recomputed, numeric: true },
];

export default async function BeliPage() {
  await requireAdmin();
  const audit = await auditBeli();
  return (
    <>
      <BeliHeader current="audit" />
      <Totals audit={audit} />
      <Panel title="核对结果" className="mt-4" flush={audit.differenceCount > 0}>
        {audit.differenceCount === 0 ? (
          <Alert tone="success" role="status">
            {audit.accounts} 个账户、{audit.entries} 笔明细重新算过：0 处不一致。（{shanghaiSecond(new Date())}）
          </Alert>
        ) : (
          <>
            <Alert tone="danger" role="status" className="m-4">
              {audit.differenceCount} 处不一致
              {audit.differenceCount > audit.differences.length && `，这里是前 ${audit.differences.length} 处`}。
            </Alert>
            <DataTable
              label="不一致"
              columns={COLUMNS}
              rows={audit.differences}
              keyOf={({ accountId, entryId, what, stored }) => `${accountId} ${entryId} ${what} ${stored}`}
            />
          </>
        )}
      </Panel>
      <p className="mt-4 max-w-3xl text-muted-foreground text-sm">
        每次打开这一页都从明细重新计算：每个账户的余额和冻结等于它全部明细之和；每一笔之后的余额等于到它为止之和；冻结等于待支付订单里的贝里。
      </p>
    </>
  );
}

function Totals({ audit }: { audit: BeliAudit }) {
  const figures = [
    { label: '账户', value: audit.accounts },
    { label: '余额合计', value: audit.balance },
    { label: '其中冻结', value: audit.held },
    { label: '累计发放', value: audit.granted },
    { label: '累计使用', value: audit.spent },
    { label: '累计退回', value: audit.refunded },
  ];
  return <FigureCards figures={figures} className="sm:grid-cols-3 xl:grid-cols-6" />;
}
