import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Alert } from '@/components/ui/alert';
import { StepBar } from '@/components/ui/step-bar';
import { requireViewer } from '@/lib/auth/guards';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import { findLinesAgain } from '@/lib/data/order-again';
import { findPayOrder, type PayOrder } from '@/lib/data/payment';
import { isWeChatBrowser, methodFor } from '@/lib/domain/payment';
import { showQr } from '@/lib/services/payment/show-qr';
import { viewerCtx } from '@/lib/viewer-ctx';
import { OrderEnded } from './_components/order-ended';
import { OrderPaid } from './_components/order-paid';
import { OrderSummary } from './_components/order-summary';
import { PayPanel } from './_components/pay-panel';
import { again, cancel, confirm, pay, payByQr } from './actions';

export const metadata: Metadata = { title: '支付', robots: { index: false } };

export default async function PayPage({ params, searchParams }: PageProps<'/pay/[orderNo]'>) {
  const { orderNo } = await params;
  const viewer = await requireViewer(`/pay/${orderNo}`);
  const found = await findPayOrder(viewer, orderNo);
  if (!found) notFound();
  const isByQr = (await searchParams).by === 'qr';

  return (
    <div className="container-page grid gap-6 pt-6 pb-12 sm:pt-8">
      <div className="max-w-2xl">
        <StepBar current="pay" />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {found.hasLateMoney && (
            <Alert tone="warning" title="收到了一笔多余的付款">
              订单已支付或已关闭之后，又收到了一笔付款。款项已登记，会自动原路退回。
            </Alert>
          )}
          <OrderState order={found} viewer={viewer} isByQr={isByQr} />
        </div>
        <OrderSummary order={found} />
      </div>
    </div>
  );
}

interface OrderStateProps {
  order: PayOrder;
  viewer: Viewer;
  /** Whether the QR code is asked for. */
  isByQr: boolean;
}

async function OrderState({ order, viewer, isByQr }: OrderStateProps) {
  const { orderNo, status, amounts, expiresAt, now } = order;
  if (status === 'cancelled' || status === 'expired') {
    const lines = await findLinesAgain(database(), viewer.id, orderNo);
    return <OrderEnded orderNo={orderNo} status={status} lines={lines} again={again.bind(null, orderNo)} />;
  }
  if (status !== 'pending') return <OrderPaid orderNo={orderNo} status={status} />;
  const userAgent = (await headers()).get('user-agent') ?? '';
  const isDesktop = methodFor(userAgent) === 'page';
  return (
    <PayPanel
      actions={{
        pay: pay.bind(null, orderNo),
        payByQr: payByQr.bind(null, orderNo),
        confirm: confirm.bind(null, orderNo),
        cancel: cancel.bind(null, orderNo),
      }}
      orderNo={orderNo}
      cashFen={amounts.cashFen}
      expiresAt={expiresAt.getTime()}
      now={now.getTime()}
      isInWeChat={isWeChatBrowser(userAgent)}
      canScan={isDesktop}
      qrUrl={isDesktop && isByQr ? await showQr(await viewerCtx(viewer), { orderNo }) : null}
    />
  );
}
