import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { AuditTable } from '@/components/admin/audit-table';
import { type Column, DataTable } from '@/components/admin/data-table';
import { Facts } from '@/components/admin/facts';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { OrderStatusBadge } from '@/components/order/order-status';
import { RefundStatusBadge } from '@/components/order/refund-status';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { requireAdmin } from '@/lib/auth/guards';
import { findRefund, type RefundForAdmin } from '@/lib/data/admin/refunds';
import { pathId } from '@/lib/domain/admin/search-path';
import { userPath } from '@/lib/domain/admin/user-search';
import { formatYuan } from '@/lib/domain/money';
import { REFUND_KIND_LABELS, REFUND_SOURCE_LABELS } from '@/lib/domain/refund-kinds';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { retryLate } from '../actions';
import { DecideRefund } from './_components/decide-refund';

export const metadata: Metadata = { title: '退款详情' };

export default async function RefundPage({ params }: PageProps<'/admin/refunds/[id]'>) {
  await requireAdmin();
  const refund = await findRefund(pathId((await params).id) ?? 0);
  if (!refund) notFound();
  const name = `${REFUND_KIND_LABELS[refund.kind]} #${refund.id}`;
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '退款', href: '/admin/refunds' }, { label: name }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3 tabular-nums">
            {name} <RefundStatusBadge status={refund.status} />
          </span>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          {refund.failure && (
            <Alert tone="danger" title="支付宝没有退成功">
              {refund.failure}
            </Alert>
          )}
          <TryAgain refund={refund} />
          {refund.status === 'requested' && (
            <Panel title="审核">
              <DecideRefund refundId={refund.id} lines={refund.lines} />
            </Panel>
          )}
          <Panel title={refund.kind === 'late' ? '退回的款项' : `课程（${refund.lines.length} 门）`} flush>
            {refund.lines.length > 0 ? (
              <DataTable label="退款的课程" columns={LINES} rows={refund.lines} keyOf={(line) => line.orderLineId} />
            ) : (
              <PanelEmpty>没有课程：订单收下这笔钱之前，已经不能支付了。整笔退回。</PanelEmpty>
            )}
          </Panel>
          <Panel title="操作记录" flush>
            {refund.audit.length > 0 ? (
              <AuditTable items={refund.audit} hideSubject />
            ) : (
              <PanelEmpty>没有人操作过。</PanelEmpty>
            )}
          </Panel>
        </div>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
          <Panel title="退款信息">
            <RefundFacts refund={refund} />
          </Panel>
          <Panel title="支付宝">
            <GatewayFacts refund={refund} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** How money goes back that the gateway would not give back the last time. */
function TryAgain({ refund: { isStuck, isUndone, payment, cashFen, orderNo } }: { refund: RefundForAdmin }) {
  if (isStuck && payment) {
    return (
      <Panel title="再退一次">
        <p className="mb-3 text-sm">这笔多付的款项还没有退给学员。处理好原因（例如商户账户余额不足）后再试。</p>
        <ConfirmAction
          action={retryLate}
          fields={{ paymentId: payment.id }}
          trigger="再退一次"
          title="再退一次这笔款项？"
          consequence={`将用新的退款请求号向支付宝申请退回 ${formatYuan(cashFen)}。`}
          confirm="退款"
          tone="primary"
        />
      </Panel>
    );
  }
  if (!isUndone) return null;
  return (
    <Panel title="再退一次">
      <p className="mb-3 text-sm">
        已经同意，但这些课程还没有退给学员。处理好原因（例如商户账户余额不足）后，请重新发起退款。
      </p>
      <Button asChild variant="secondary" size="sm">
        <Link href={`/admin/orders/${orderNo}/refund`} prefetch={false}>
          重新发起退款
        </Link>
      </Button>
    </Panel>
  );
}

const LINES: readonly Column<RefundForAdmin['lines'][number]>[] = [
  { header: '课程', cell: ({ name }) => name },
  { header: '现金', cell: ({ cashFen }) => formatYuan(cashFen), numeric: true },
  { header: '贝里', cell: ({ beli }) => (beli > 0 ? `${beli} 个` : '—'), numeric: true },
  {
    header: '是否退款',
    cell: ({ isActive }) => (isActive ? <Badge tone="info">退款</Badge> : <Badge>不退</Badge>),
  },
];

function RefundFacts({ refund }: { refund: RefundForAdmin }) {
  const { buyer, orderNo } = refund;
  return (
    <Facts
      facts={[
        {
          label: '订单',
          value: (
            <span className="inline-grid justify-items-start gap-1">
              <Link href={`/admin/orders/${orderNo}`} prefetch={false} className="text-link hover:underline">
                {orderNo}
              </Link>
              <OrderStatusBadge status={refund.orderStatus} />
            </span>
          ),
        },
        {
          label: '用户',
          value: (
            <Link href={userPath(buyer.id)} prefetch={false} className="text-link hover:underline">
              {buyer.nickname}（{buyer.username}）
            </Link>
          ),
        },
        { label: '来源', value: REFUND_SOURCE_LABELS[refund.source] },
        { label: '原因', value: refund.reason },
        { label: '现金', value: formatYuan(refund.cashFen) },
        { label: '贝里', value: `${refund.beli} 个` },
        { label: '支付时间', value: refund.paidAt && shanghaiSecond(refund.paidAt) },
        { label: '申请时间', value: shanghaiSecond(refund.createdAt) },
        { label: '审核时间', value: refund.decidedAt && shanghaiSecond(refund.decidedAt) },
        { label: '审核人', value: refund.decidedBy },
        { label: '审核意见', value: refund.decision },
        { label: '完成时间', value: refund.finishedAt && shanghaiSecond(refund.finishedAt) },
      ]}
    />
  );
}

function GatewayFacts({ refund: { outRequestNo, payment, attempts, sendingSince } }: { refund: RefundForAdmin }) {
  return (
    <Facts
      facts={[
        { label: '退款请求号', value: outRequestNo },
        { label: '商户订单号', value: payment?.outTradeNo ?? null },
        { label: '支付宝交易号', value: payment?.tradeNo ?? null },
        { label: '请求次数', value: attempts },
        { label: '最近请求', value: sendingSince && shanghaiSecond(sendingSince) },
      ]}
    />
  );
}
