import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CancelOrder } from '@/components/order/cancel-order';
import { OrderStatusBadge } from '@/components/order/order-status';
import { Breakdown } from '@/components/settlement/breakdown';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card, CardTitle } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findOrder } from '@/lib/data/order-detail';
import { orderTimeline } from '@/lib/domain/order-timeline';
import { NextStep } from '../_components/next-step';
import { OrderFacts } from './_components/order-facts';
import { OrderLine } from './_components/order-line';
import { TimeLeft } from './_components/time-left';
import { Timeline } from './_components/timeline';
import { cancel } from './actions';

export const metadata: Metadata = { title: '订单详情', robots: { index: false } };

export default async function OrderPage({ params }: PageProps<'/orders/[orderNo]'>) {
  const { orderNo } = await params;
  const viewer = await requireViewer(`/orders/${orderNo}`);
  const order = await findOrder(database(), viewer.id, orderNo);
  if (!order) notFound();
  const { status } = order;
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
        <Card className="p-0 sm:p-0">
          <h2 className="border-b px-4 py-4 font-semibold text-lg sm:px-6">课程（{order.lines.length} 门）</h2>
          <ul className="divide-y">
            {order.lines.map((line) => (
              <OrderLine key={line.productId} line={line} />
            ))}
          </ul>
        </Card>
        <div className="grid gap-6">
          <Card className="grid gap-4">
            <CardTitle className="mb-0">金额明细</CardTitle>
            {status === 'pending' && <TimeLeft expiresAt={order.expiresAt.getTime()} now={Date.now()} />}
            <Breakdown amounts={order.amounts} cashLabel={order.paidAt ? '实付' : '应付'} />
            {isClosed && <EndedUnpaid />}
            <div className="grid gap-2">
              <NextStep orderNo={orderNo} status={status} isEnrolled={order.enrolledAt !== null} className="w-full" />
              {status === 'pending' && <CancelOrder action={cancel.bind(null, orderNo)} />}
            </div>
          </Card>
          <Card>
            <CardTitle>订单进度</CardTitle>
            <Timeline entries={orderTimeline(order)} />
          </Card>
          <OrderFacts order={order} />
        </div>
      </div>
    </div>
  );
}

function EndedUnpaid() {
  return (
    <Alert role="status">
      订单没有支付，优惠券和贝里已经退回。课程还在购物车里，
      <Link href="/cart" className="underline underline-offset-4">
        可以重新结算
      </Link>
      。
    </Alert>
  );
}
