import Link from 'next/link';
import { Facts } from '@/components/admin/facts';
import type { CaseDetail } from '@/lib/data/admin/reconciliation-cases';
import { paymentPath } from '@/lib/domain/admin/payment-search';
import { PAYMENT_STATUS_LABELS } from '@/lib/domain/payment-labels';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { ORDER_STATUS_LABELS, REFUND_STATUS_LABELS } from '@/lib/domain/states';
import { signedYuan } from '../../../_components/signed-yuan';

const LINK = 'break-all text-link tabular-nums hover:underline';

/** What we have under the numbers of a case. */
export function OurSide({ found }: { found: CaseDetail }) {
  const { case: row, payment, refund, orderNo, orderStatus } = found;
  if (payment === null) return <p className="text-muted-foreground text-sm">我们没有这个编号的支付。</p>;
  const facts = [
    { label: '金额', value: signedYuan(row.ourFen) },
    {
      label: '支付',
      value: (
        <>
          <Link href={paymentPath(payment.id)} prefetch={false} className={LINK}>
            {payment.outTradeNo}
          </Link>{' '}
          {PAYMENT_STATUS_LABELS[payment.status]}
        </>
      ),
    },
    { label: '付款时间', value: payment.paidAt && shanghaiSecond(payment.paidAt) },
    {
      label: '退款',
      value: refund && (
        <>
          <Link href={`/admin/refunds/${refund.id}`} prefetch={false} className={LINK}>
            {refund.outRequestNo}
          </Link>{' '}
          {REFUND_STATUS_LABELS[refund.status]}
        </>
      ),
    },
    {
      label: '订单',
      value: orderNo && (
        <>
          <Link href={`/admin/orders/${orderNo}`} prefetch={false} className={LINK}>
            {orderNo}
          </Link>{' '}
          {orderStatus && ORDER_STATUS_LABELS[orderStatus]}
        </>
      ),
    },
  ];
  return <Facts facts={facts.filter((fact) => fact.value !== null)} />;
}
