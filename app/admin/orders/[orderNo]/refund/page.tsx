import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { RefundForm } from '@/components/order/refund-form';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { requireAdmin } from '@/lib/auth/guards';
import { findRefundableForAdmin } from '@/lib/data/admin/refunds';
import { isRefundable } from '@/lib/domain/refund';
import { choiceOf } from '@/lib/domain/refund-choice';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { startRefund } from '../../actions';

export const metadata: Metadata = { title: '发起退款' };

export default async function StartRefundPage({ params }: PageProps<'/admin/orders/[orderNo]/refund'>) {
  await requireAdmin();
  const { orderNo } = await params;
  const order = await findRefundableForAdmin(orderNo);
  if (!order) notFound();
  const canStart = isRefundable(order) && order.lines.some((line) => line.refundStatus === null);
  return (
    <div className="max-w-3xl">
      <AdminHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: '订单', href: '/admin/orders' },
              { label: orderNo, href: `/admin/orders/${orderNo}` },
              { label: '发起退款' },
            ]}
          />
        }
        title="发起退款"
        description="提交后立即通过支付宝退款，不再需要审核，不能撤回。退款成功时收回课程，并通知学员。"
      />
      {canStart ? (
        <Card>
          <RefundForm
            action={startRefund}
            orderNo={orderNo}
            order={choiceOf(order, shanghaiDay(new Date()))}
            hint="学员在订单页看得到"
            submitText="确认退款"
            backHref={`/admin/orders/${orderNo}`}
          />
        </Card>
      ) : (
        <Alert tone="warning">这个订单没有可以退款的课程。</Alert>
      )}
    </div>
  );
}
