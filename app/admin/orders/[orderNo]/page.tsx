import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { AuditTable } from '@/components/admin/audit-table';
import { Facts } from '@/components/admin/facts';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { OrderStatusBadge } from '@/components/order/order-status';
import { Timeline } from '@/components/order/timeline';
import { Breakdown } from '@/components/settlement/breakdown';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { findOrder, type OrderForAdmin } from '@/lib/data/admin/order-detail';
import { EDUCATION_LABELS } from '@/lib/domain/account';
import { userPath } from '@/lib/domain/admin/user-search';
import { orderTimeline } from '@/lib/domain/order-timeline';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { OrderCommands } from './_components/order-commands';
import { OrderBeli, OrderCoupons, OrderMessages, OrderRefunds } from './_components/order-effects';
import { OrderLines } from './_components/order-lines';
import { Payments } from './_components/payments';

export const metadata: Metadata = { title: '订单详情' };

export default async function OrderPage({ params }: PageProps<'/admin/orders/[orderNo]'>) {
  await requireAdmin();
  const { orderNo } = await params;
  const order = await findOrder(orderNo);
  if (!order) notFound();
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '订单', href: '/admin/orders' }, { label: orderNo }]} />}
        actions={<OrderCommands order={order} />}
        title={
          <span className="flex flex-wrap items-center gap-3 tabular-nums">
            {orderNo} <OrderStatusBadge status={order.moments.status} />
          </span>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={`课程（${order.lines.length} 门）`} flush>
            <OrderLines lines={order.lines} />
          </Panel>
          <Panel title="退款" flush>
            <OrderRefunds refunds={order.refunds} />
          </Panel>
          <Panel title="支付记录" flush>
            <Payments attempts={order.payments} />
          </Panel>
          <div className="grid items-start gap-4 2xl:grid-cols-2">
            <Panel title="优惠券" flush>
              <OrderCoupons coupons={order.coupons} />
            </Panel>
            <Panel title="贝里" flush>
              <OrderBeli entries={order.entries} />
            </Panel>
          </div>
          <Panel title="消息" flush>
            <OrderMessages messages={order.messages} />
          </Panel>
          <Panel title="操作记录" flush>
            {order.audit.length > 0 ? <AuditTable items={order.audit} /> : <PanelEmpty>没有人操作过。</PanelEmpty>}
          </Panel>
        </div>
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
          <Panel title="订单信息">
            <OrderFacts order={order} />
          </Panel>
          <Panel title="金额明细">
            <Breakdown amounts={order.amounts} cashLabel={order.moments.paidAt ? '实付' : '应付'} className="text-sm" />
          </Panel>
          <Panel title="进度">
            <Timeline entries={orderTimeline(order.moments, order.refunds)} />
          </Panel>
          <Panel title="报名表" flush={!order.form}>
            {order.form ? <Form form={order.form} /> : <PanelEmpty>还没有提交。</PanelEmpty>}
          </Panel>
        </div>
      </div>
    </>
  );
}

function OrderFacts({ order: { buyer, moments, orderCouponName } }: { order: OrderForAdmin }) {
  const isPending = moments.status === 'pending';
  const facts = [
    {
      label: '用户',
      value: (
        <Link href={userPath(buyer.id)} prefetch={false} className="text-link hover:underline">
          {buyer.nickname}（{buyer.username}）
        </Link>
      ),
    },
    { label: '下单时间', value: shanghaiSecond(moments.placedAt) },
    { label: '支付期限', value: isPending ? shanghaiSecond(moments.expiresAt) : null },
    { label: '支付时间', value: moments.paidAt && shanghaiSecond(moments.paidAt) },
    { label: '关闭时间', value: moments.closedAt && shanghaiSecond(moments.closedAt) },
    { label: '全场券', value: orderCouponName },
  ];
  return <Facts facts={facts.filter((fact) => fact.value !== null)} />;
}

function Form({ form }: { form: NonNullable<OrderForAdmin['form']> }) {
  return (
    <Facts
      facts={[
        { label: '姓名', value: form.name },
        { label: '手机', value: form.phone },
        { label: '学历', value: EDUCATION_LABELS[form.education] },
        { label: '学习目标', value: form.goal },
        { label: '提交时间', value: shanghaiSecond(form.submittedAt) },
      ]}
    />
  );
}
