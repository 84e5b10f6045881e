import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { Facts } from '@/components/admin/facts';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { type CaseDetail, findCase } from '@/lib/data/admin/reconciliation-cases';
import { dayPath } from '@/lib/domain/admin/reconciliation-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { readSubject } from '@/lib/domain/bill-match';
import { BILL_ENTRY_LABELS } from '@/lib/domain/reconciliation-kinds';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { CaseKindBadge, CaseStatusBadge } from '../../_components/badges';
import { signedYuan } from '../../_components/signed-yuan';
import { CaseActions } from './_components/case-actions';
import { OurSide } from './_components/our-side';

export const metadata: Metadata = { title: '对账差异' };

export default async function CasePage({ params }: PageProps<'/admin/reconciliation/cases/[id]'>) {
  await requireAdmin();
  const found = await findCase(pathId((await params).id) ?? 0);
  if (!found) notFound();
  const { case: row } = found;
  const { kind, outTradeNo, outRequestNo } = readSubject(row.subject);
  const name = `${BILL_ENTRY_LABELS[kind]} ${outRequestNo ?? outTradeNo}`;
  const crumbs = [
    { label: '对账', href: '/admin/reconciliation' as const },
    { label: row.day, href: dayPath(row.day) },
    { label: name },
  ];
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={crumbs} />}
        title={
          <span className="flex flex-wrap items-center gap-3 break-all tabular-nums">
            {name} <CaseKindBadge kind={row.kind} /> <CaseStatusBadge outcome={row.outcome} />
          </span>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-4 md:grid-cols-2">
          <Panel title="我们的账">
            <OurSide found={found} />
          </Panel>
          <Panel title="支付宝的账单">
            <TheirSide found={found} />
          </Panel>
          <Panel title="经过" className="md:col-span-2" flush={row.note === ''}>
            <History found={found} />
          </Panel>
        </div>
        <CaseActions found={found} />
      </div>
    </>
  );
}

function TheirSide({ found: { case: row, raw, tradeNo, finishedAt } }: { found: CaseDetail }) {
  if (raw === null) return <p className="text-muted-foreground text-sm">账单里没有这一笔。</p>;
  return (
    <div className="grid gap-3">
      <Facts
        facts={[
          { label: '金额', value: signedYuan(row.theirFen) },
          { label: '支付宝交易号', value: tradeNo },
          { label: '完成时间', value: finishedAt && shanghaiSecond(finishedAt) },
        ]}
      />
      <details>
        <summary className="min-h-11 cursor-pointer content-center text-muted-foreground text-xs sm:min-h-8">
          账单原文
        </summary>
        <pre className="whitespace-pre-wrap break-all rounded-md bg-muted p-3 text-xs">{raw}</pre>
      </details>
    </div>
  );
}

function History({ found: { case: row, closedBy } }: { found: CaseDetail }) {
  return (
    <>
      {row.note === '' ? (
        <PanelEmpty>还没有备注。</PanelEmpty>
      ) : (
        <p className="whitespace-pre-wrap break-words text-sm">{row.note}</p>
      )}
      {row.closedAt && (
        <p className="mt-3 px-4 pb-3 text-muted-foreground text-sm">
          {shanghaiSecond(row.closedAt)} {closedBy === null ? '重新核对后一致，自动了结' : `${closedBy} 了结`}
        </p>
      )}
    </>
  );
}
