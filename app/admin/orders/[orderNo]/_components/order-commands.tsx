import Link from 'next/link';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { Button } from '@/components/ui/button';
import type { OrderForAdmin } from '@/lib/data/admin/order-detail';
import { isRefundable } from '@/lib/domain/refund';
import { closeOrder } from '../../actions';

/** What an administrator can do with an order as it stands. */
export function OrderCommands({ order: { orderNo, moments, lines, refunds } }: { order: OrderForAdmin }) {
  if (moments.status === 'pending') {
    return (
      <ConfirmAction
        action={closeOrder}
        fields={{ orderNo }}
        trigger="关闭订单"
        title="关闭这个订单？"
        consequence="先向支付宝确认没有付款并关闭交易，再关闭订单，用到的优惠券和贝里退回学员。不能恢复。"
        confirm="确认关闭"
      />
    );
  }
  const taken = new Set(
    refunds.flatMap((refund) => refund.lines.filter((line) => line.isActive).map((line) => line.orderLineId)),
  );
  if (!isRefundable(moments) || lines.every(({ id }) => taken.has(id))) return null;
  return (
    <Button asChild variant="secondary" size="sm">
      <Link href={`/admin/orders/${orderNo}/refund`} prefetch={false}>
        发起退款
      </Link>
    </Button>
  );
}
