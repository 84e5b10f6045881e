import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CancelOrder } from '@/components/order/cancel-order';
import { OrderAgain } from '@/components/order/order-again';
import { OrderStatusBadge } from '@/components/order/order-status';
import { Timeline } from '@/components/order/timeline';
import { Breakdown } from '@/components/settlement/breakdown';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, CardTitle } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findLinesAgain } from '@/lib/data/order-again';
import { findOrder } from '@/lib/data/order-detail';
import { findRefunds, type OrderRefund } from '@/lib/data/refunds';
import { orderTimeline } from '@/lib/domain/order-timeline';
import type { RefundStatus } from '@/lib/domain/states';
import { NextStep } from '../_components/next-step';
import { OrderFacts } from './_components/order-facts';
import { OrderLine } from './_components/order-line';
import { OrderLinks } from './_components/order-links';
import { Refunds } from './_components/refunds';
import { TimeLeft } from './_components/time-left';

import { again, cancel } from './actions';

export const metadata: Metadata = { title: '订单详情', robots: { index: false } };

export default async function OrderPage({ params }: PageProps<'/orders/[orderNo]'>) {
  const { orderNo } = await params;
  const viewer = await requireViewer(`/orders/${orderNo}`);
  const [order, refunds] = await Promise.all([
    findOrder(database(), viewer.id, orderNo),
    findRefunds(database(), viewer.id, orderNo),
  ]);
  if (!order) notFound();
  const { status } = order;
  const states = refundStates(refunds);
  const isClosed = status === 'cancelled' || status === 'expired';
  return (
    <div className="container-page pb-16">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: '我的订单', href: '/orders' }, { label: '订单详情' }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            订单详情 <OrderStatusBadge status={status} />
          </span>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          <Card className="p-0 sm:p-0">
            <h2 className="border-b px-4 py-4 font-semibold text-lg sm:px-6">课程（{order.lines.length} 门）</h2>
            <ul className="divide-y">
              {order.lines.map((line) => (
                <OrderLine key={line.id} line={line} refundStatus={states.get(line.id) ?? null} />
              ))}
            </ul>
          </Card>
          {refunds.length > 0 && <Refunds refunds={refunds} />}
        </div>
        <div className="grid gap-6">
          <Card className="grid gap-4">
            <CardTitle className="mb-0">金额明细</CardTitle>
            {status === 'pending' && <TimeLeft expiresAt={order.expiresAt.getTime()} now={Date.now()} />}
            <Breakdown amounts={order.amounts} cashLabel={order.paidAt ? '实付' : '应付'} />
            {isClosed && <Alert role="status">订单没有支付，用到的优惠券和贝里已经退回。</Alert>}
            {isClosed && (
              <OrderAgain
                action={again.bind(null, orderNo)}
                lines={await findLinesAgain(database(), viewer.id, orderNo)}
              />
            )}
            <div className="grid gap-2">
              <NextStep orderNo={orderNo} status={status} isEnrolled={order.enrolledAt !== null} className="w-full" />
              {status === 'pending' && <CancelOrder action={cancel.bind(null, orderNo)} />}
              <OrderLinks
                orderNo={orderNo}
                status={status}
                paidAt={order.paidAt}
                hasFreeLine={order.lines.some((line) => !states.has(line.id))}
                now={new Date()}
              />
            </div>
          </Card>
          <Card>
            <CardTitle>订单进度</CardTitle>
            <Timeline entries={orderTimeline(order, refunds)} />
          </Card>
          <OrderFacts order={order} />
        </div>
      </div>
    </div>
  );
}

/** By order line: the state of the refund that has it. */
const refundStates = (refunds: readonly OrderRefund[]): ReadonlyMap<number, RefundStatus> =>
  new Map(
    refunds.flatMap(({ status, lines }) =>
      lines.filter((line) => line.isActive).map((line) => [line.orderLineId, status] as const),
    ),
  );
