import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { RefundForm } from '@/components/order/refund-form';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findRefundable } from '@/lib/data/refunds';
import { REFUND_WINDOW_DAYS, whyNotAsk } from '@/lib/domain/refund';
import { choiceOf } from '@/lib/domain/refund-choice';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { errorMessage } from '@/lib/errors';
import { askRefund } from '../actions';

export const metadata: Metadata = { title: '申请退款', robots: { index: false } };

export default async function RefundPage({ params }: PageProps<'/orders/[orderNo]/refund'>) {
  const { orderNo } = await params;
  const viewer = await requireViewer(`/orders/${orderNo}/refund`);
  const order = await findRefundable(database(), viewer.id, orderNo);
  if (!order) notFound();
  const now = new Date();
  const refusal = whyNotAsk(order, now) ?? (order.lines.some(isFree) ? null : 'LINE_NOT_REFUNDABLE');
  return (
    <div className="container-page max-w-3xl pb-16">
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: '我的订单', href: '/orders' },
              { label: '订单详情', href: `/orders/${orderNo}` },
              { label: '申请退款' },
            ]}
          />
        }
        title="申请退款"
        description={`支付后 ${REFUND_WINDOW_DAYS} 天内可以申请。退款的课程在退款成功时关闭，学习记录保留。`}
      />
      {refusal ? (
        <div className="grid justify-items-start gap-4">
          <Alert tone="warning" className="w-full">
            {refusal === 'LINE_NOT_REFUNDABLE' ? '这个订单的课程都已退款或正在退款。' : errorMessage({ code: refusal })}
          </Alert>
          <Button asChild variant="secondary">
            <Link href={`/orders/${orderNo}`}>回到订单</Link>
          </Button>
        </div>
      ) : (
        <Card>
          <RefundForm
            action={askRefund}
            orderNo={orderNo}
            order={choiceOf(order, shanghaiDay(now))}
            hint="例如：买错了课程、时间安排不过来、内容和预期不符"
            submitText="提交申请"
            backHref={`/orders/${orderNo}`}
          />
        </Card>
      )}
    </div>
  );
}

const isFree = (line: { readonly refundStatus: unknown }): boolean => line.refundStatus === null;
