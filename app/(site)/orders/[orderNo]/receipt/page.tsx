import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findOrder } from '@/lib/data/order-detail';
import { findRefunds } from '@/lib/data/refunds';
import { refundAmounts } from '@/lib/domain/refund';
import { PrintButton } from './_components/print-button';
import { Receipt } from './_components/receipt';

export const metadata: Metadata = { title: '收据', robots: { index: false } };

/** Only of what was paid. */
export default async function ReceiptPage({ params }: PageProps<'/orders/[orderNo]/receipt'>) {
  const { orderNo } = await params;
  const viewer = await requireViewer(`/orders/${orderNo}/receipt`);
  const [order, refunds] = await Promise.all([
    findOrder(database(), viewer.id, orderNo),
    findRefunds(database(), viewer.id, orderNo),
  ]);
  if (!order?.paidAt) notFound();
  // Late money was never part of what the order cost.
  const refunded = refunds.filter(({ kind, status }) => kind === 'lines' && status === 'succeeded');
  return (
    <div className="container-page max-w-3xl pt-6 pb-16 sm:pt-8 print:max-w-none print:p-0">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4 print:hidden">
        <Breadcrumbs
          crumbs={[
            { label: '我的订单', href: '/orders' },
            { label: '订单详情', href: `/orders/${orderNo}` },
            { label: '收据' },
          ]}
        />
        <PrintButton />
      </div>
      <Receipt
        order={{ ...order, paidAt: order.paidAt }}
        payer={viewer.nickname}
        refunded={refundAmounts(refunded)}
        printedAt={new Date()}
      />
    </div>
  );
}
