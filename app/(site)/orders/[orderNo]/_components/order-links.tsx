import { Printer, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { refundDeadline, whyNotAsk } from '@/lib/domain/refund';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import type { OrderStatus } from '@/lib/domain/states';

interface OrderLinksProps {
  orderNo: string;
  status: OrderStatus;
  paidAt: Date | null;
  /** Whether some line has no refund yet. */
  hasFreeLine: boolean;
  now: Date;
}

/** What else can be done with an order that was paid. */
export function OrderLinks({ orderNo, status, paidAt, hasFreeLine, now }: OrderLinksProps) {
  if (!paidAt) return null;
  const isRefundable = hasFreeLine && whyNotAsk({ status, paidAt }, now) === null;
  return (
    <>
      <Button asChild variant="secondary" className="w-full">
        <Link href={`/orders/${orderNo}/receipt`}>
          <Printer aria-hidden className="size-4" />
          查看收据
        </Link>
      </Button>
      {isRefundable && (
        <>
          <Button asChild variant="ghost" className="w-full">
            <Link href={`/orders/${orderNo}/refund`}>
              <Undo2 aria-hidden className="size-4" />
              申请退款
            </Link>
          </Button>
          <p className="text-center text-muted-foreground text-sm tabular-nums">
            {shanghaiMinute(refundDeadline(paidAt))} 前可申请退款
          </p>
        </>
      )}
    </>
  );
}
