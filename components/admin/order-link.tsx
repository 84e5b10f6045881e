import Link from 'next/link';
import { OrderStatusBadge } from '@/components/order/order-status';
import type { OrderStatus } from '@/lib/domain/states';

interface OrderLinkProps {
  orderNo: string;
  status: OrderStatus;
  /** Said below it on a phone, where the columns for it are hidden. */
  detail: string;
}

/** An order's number in a list; on a phone with its state and a detail below. */
export function OrderLink({ orderNo, status, detail }: OrderLinkProps) {
  return (
    <Link href={`/admin/orders/${orderNo}`} prefetch={false} className="group inline-grid justify-items-start gap-1">
      <span className="text-link tabular-nums group-hover:underline">{orderNo}</span>
      <span className="flex items-center gap-2 text-muted-foreground text-xs sm:hidden">
        <OrderStatusBadge status={status} /> {detail}
      </span>
    </Link>
  );
}
