import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StepBar } from '@/components/ui/step-bar';
import { requireViewer } from '@/lib/auth/guards';
import { findPayOrder } from '@/lib/data/payment';
import { OrderEnded } from './_components/order-ended';
import { OrderPaid } from './_components/order-paid';
import { OrderSummary } from './_components/order-summary';
import { PayPanel } from './_components/pay-panel';

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
        {found.status === 'pending' && (
          <PayPanel
            orderNo={orderNo}
            cashFen={found.amounts.cashFen}
            expiresAt={found.expiresAt.getTime()}
            now={found.now.getTime()}
          />
        )}
        {(found.status === 'cancelled' || found.status === 'expired') && (
          <OrderEnded orderNo={orderNo} status={found.status} />
        )}
        {found.status !== 'pending' && found.status !== 'cancelled' && found.status !== 'expired' && (
          <OrderPaid orderNo={orderNo} status={found.status} />
        )}
        <OrderSummary order={found} />
      </div>
    </div>
  );
}
