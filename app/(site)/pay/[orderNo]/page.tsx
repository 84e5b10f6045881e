import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Alert } from '@/components/ui/alert';
import { StepBar } from '@/components/ui/step-bar';
import { requireViewer } from '@/lib/auth/guards';
import { findPayOrder, type PayOrder } from '@/lib/data/payment';
import { isWeChatBrowser } from '@/lib/domain/payment';
import { OrderEnded } from './_components/order-ended';
import { OrderPaid } from './_components/order-paid';
import { OrderSummary } from './_components/order-summary';
import { PayPanel } from './_components/pay-panel';
import { cancel, confirm, pay } from './actions';

export const metadata: Metadata = { title: '支付', robots: { index: false } };

export default async function PayPage({ params }: PageProps<'/pay/[orderNo]'>) {
  const { orderNo } = await params;
  const viewer = await requireViewer(`/pay/${orderNo}`);
  const found = await findPayOrder(viewer, orderNo);
  if (!found) notFound();

  return (
    <div className="container-page grid gap-6 pt-6 pb-12 sm:pt-8">
      <div className="max-w-2xl">
        <StepBar current="pay" />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {found.hasLateMoney && (
            <Alert tone="warning" title="收到了一笔多余的付款">
              订单已支付或已关闭之后，又收到了一笔付款。款项已登记，会尽快原路退回。
            </Alert>
          )}
          <OrderState order={found} />
        </div>
        <OrderSummary order={found} />
      </div>
    </div>
  );
}

async function OrderState({ order }: { order: PayOrder }) {
  const { orderNo, status, amounts, expiresAt, now } = order;
  if (status === 'cancelled' || status === 'expired') return <OrderEnded orderNo={orderNo} status={status} />;
  if (status !== 'pending') return <OrderPaid orderNo={orderNo} status={status} />;
  return (
    <PayPanel
      actions={{
        pay: pay.bind(null, orderNo),
        confirm: confirm.bind(null, orderNo),
        cancel: cancel.bind(null, orderNo),
      }}
      orderNo={orderNo}
      cashFen={amounts.cashFen}
      expiresAt={expiresAt.getTime()}
      now={now.getTime()}
      isInWeChat={isWeChatBrowser((await headers()).get('user-agent') ?? '')}
    />
  );
}
