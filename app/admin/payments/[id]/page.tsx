import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { AdminHeader } from '@/components/admin/admin-header';
import { Facts } from '@/components/admin/facts';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { findPayment, type PaymentDetail } from '@/lib/data/admin/payments';
import { pathId } from '@/lib/domain/admin/search-path';
import { userPath } from '@/lib/domain/admin/user-search';
import { formatYuan } from '@/lib/domain/money';
import { METHOD_LABELS } from '@/lib/domain/payment-labels';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { ORDER_STATUS_LABELS, REFUND_STATUS_LABELS } from '@/lib/domain/states';
import { EventList } from '../_components/event-list';
import { PaymentStatusBadge } from '../_components/payment-status';
import { queryNow } from '../actions';

export const metadata: Metadata = { title: '支付详情' };

const LINK = 'text-link hover:underline';

export default async function PaymentPage({ params }: PageProps<'/admin/payments/[id]'>) {
  await requireAdmin();
  const found = await findPayment(pathId((await params).id) ?? 0);
  if (!found) notFound();
  const { payment, events, eventCount } = found;
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '支付', href: '/admin/payments' }, { label: payment.outTradeNo }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3 break-all tabular-nums">
            {payment.outTradeNo} <PaymentStatusBadge status={payment.status} />
          </span>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel title={`支付宝说过的话（${eventCount} 条）`} flush>
          {events.length === 0 ? <PanelEmpty>还没有支付宝的消息。</PanelEmpty> : <EventList events={events} />}
          {eventCount > events.length && <PanelEmpty>这里是最近的 {events.length} 条。</PanelEmpty>}
        </Panel>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
          <Panel title="支付信息">
            <PaymentFacts found={found} />
          </Panel>
          <Panel title="向支付宝查询">
            <EditForm action={queryNow} fields={{ paymentId: payment.id }} submit="现在查询" variant="secondary">
              <p className="text-muted-foreground text-sm">
                支付宝说已付款，就立刻入账：等同于收到通知。订单已不能支付的，记为晚到的付款并自动退回。
              </p>
            </EditForm>
          </Panel>
          {found.refunds.length > 0 && (
            <Panel title="退款">
              <Refunds refunds={found.refunds} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function PaymentFacts({ found: { payment, orderNo, orderStatus, accountId, nickname } }: { found: PaymentDetail }) {
  const facts = [
    {
      label: '订单',
      value: (
        <>
          <Link href={`/admin/orders/${orderNo}`} prefetch={false} className={`break-all ${LINK}`}>
            {orderNo}
          </Link>{' '}
          {ORDER_STATUS_LABELS[orderStatus]}
        </>
      ),
    },
    {
      label: '用户',
      value: (
        <Link href={userPath(accountId)} prefetch={false} className={LINK}>
          {nickname}
        </Link>
      ),
    },
    { label: '金额', value: formatYuan(payment.amountFen) },
    { label: '方式', value: METHOD_LABELS[payment.method] },
    { label: '支付宝交易号', value: payment.tradeNo },
    { label: '发起时间', value: shanghaiSecond(payment.createdAt) },
    { label: '付款时间', value: payment.paidAt && shanghaiSecond(payment.paidAt) },
    { label: '关闭时间', value: payment.closedAt && shanghaiSecond(payment.closedAt) },
  ];
  return <Facts facts={facts} />;
}

function Refunds({ refunds }: { refunds: PaymentDetail['refunds'] }) {
  return (
    <ul className="grid gap-2 text-sm">
      {refunds.map(({ id, outRequestNo, status, cashFen }) => (
        <li key={id} className="grid">
          <Link href={`/admin/refunds/${id}`} prefetch={false} className={`break-all tabular-nums ${LINK}`}>
            {outRequestNo}
          </Link>
          <span className="text-muted-foreground">
            {formatYuan(cashFen)} · {REFUND_STATUS_LABELS[status]}
          </span>
        </li>
      ))}
    </ul>
  );
}
