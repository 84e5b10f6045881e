import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { DownloadLink } from '@/components/admin/download-link';
import { FigureCards } from '@/components/admin/figure-cards';
import { Panel } from '@/components/admin/panel';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { type BillDayRow, findBillDay, listBillEntries } from '@/lib/data/admin/reconciliation';
import { listCases } from '@/lib/data/admin/reconciliation-cases';
import {
  casesPath,
  entriesFile,
  pathDay,
  readCaseSearch,
  readEntrySearch,
} from '@/lib/domain/admin/reconciliation-search';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { BillDayBadge } from '../_components/badges';
import { CaseTable } from '../_components/case-table';
import { reconcile } from '../actions';
import { Entries } from './_components/entries';

export const metadata: Metadata = { title: '账单' };

export default async function BillDayPage({ params, searchParams }: PageProps<'/admin/reconciliation/[day]'>) {
  await requireAdmin();
  const day = pathDay((await params).day);
  const found = day === null ? null : await findBillDay(day);
  if (day === null || !found) notFound();
  const search = readEntrySearch(await searchParams);
  const [entries, cases] = await Promise.all([listBillEntries(day, search), listCases(readCaseSearch({ day }))]);
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '对账', href: '/admin/reconciliation' }, { label: day }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3 tabular-nums">
            {day} <BillDayBadge status={found.bill.status} failure={found.bill.failure} />
          </span>
        }
        actions={
          <ConfirmAction
            action={reconcile}
            fields={{ day }}
            trigger="重新核对"
            title={`重新下载 ${day} 的账单？`}
            consequence="账单重新下载，与我们现在的支付和退款逐笔核对。已了结的差异保持不变，不再存在的差异自动了结。"
            confirm="下载并核对"
            tone="primary"
          />
        }
      />
      {found.bill.failure !== null && (
        <Alert tone="danger" title="账单没有读出来" className="mb-4">
          {found.bill.failure}
        </Alert>
      )}
      <Figures found={found} />
      {cases.total > 0 && (
        <Panel title={`差异（${cases.total} 处）`} aside={<All day={day} />} flush className="mt-4">
          <CaseTable cases={cases.rows} />
        </Panel>
      )}
      <section className="mt-6 grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="font-semibold">账单明细</h2>
          {entries.total > 0 && <DownloadLink href={entriesFile(day, search)}>下载 CSV</DownloadLink>}
        </div>
        <Entries day={day} search={search} list={entries} />
      </section>
    </>
  );
}

function All({ day }: { day: string }) {
  return (
    <Link href={casesPath({ day })} prefetch={false} className="text-link text-sm hover:underline">
      全部差异
    </Link>
  );
}

function Figures({ found: { bill, openCases, closedCases } }: { found: BillDayRow }) {
  const figures = [
    { label: '收款', value: formatYuan(bill.paymentsFen), note: `${bill.payments} 笔` },
    { label: '退款', value: formatYuan(bill.refundsFen), note: `${bill.refunds} 笔` },
    { label: '净收', value: formatYuan(bill.paymentsFen - bill.refundsFen) },
    { label: '一致', value: bill.matched, note: '笔' },
    { label: '差异', value: openCases, note: `待处理，另有 ${closedCases} 处已了结` },
    { label: '核对时间', value: bill.loadedAt ? shanghaiSecond(bill.loadedAt) : '—' },
  ];
  return <FigureCards figures={figures} className="sm:grid-cols-3 xl:grid-cols-6" />;
}
