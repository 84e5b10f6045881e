import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ORDER_STATUS_LABELS, type OrderStatus } from '@/lib/domain/states';

/** The money is there: what is left is the 报名表. */
export function OrderPaid({ orderNo, status }: { orderNo: string; status: OrderStatus }) {
  const isEnrollable = status === 'paid' || status === 'partially_refunded';
  return (
    <Card className="grid justify-items-center gap-4 py-10 text-center sm:py-14">
      <CircleCheck aria-hidden className="size-16 text-success-ink" strokeWidth={1.5} />
      <h1 className="font-bold text-2xl sm:text-3xl">{status === 'paid' ? '支付成功' : ORDER_STATUS_LABELS[status]}</h1>
      {isEnrollable && <p className="text-muted-foreground">只差最后一步：填写报名表，课程立即开通。</p>}
      <div className="flex flex-wrap justify-center gap-3">
        {isEnrollable && (
          <Button asChild size="lg">
            <Link href={`/enrol/${orderNo}`}>填写报名表</Link>
          </Button>
        )}
        <Button asChild size="lg" variant="secondary">
          <Link href={`/orders/${orderNo}`}>查看订单</Link>
        </Button>
      </div>
    </Card>
  );
}
