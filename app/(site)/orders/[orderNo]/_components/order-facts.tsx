import { Card, CardTitle } from '@/components/ui/card';
import type { OrderDetail } from '@/lib/data/order-detail';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

/** What one reads out to the school when something is the matter. */
export function OrderFacts({ order }: { order: OrderDetail }) {
  const facts = [
    { label: '订单号', value: order.orderNo },
    { label: '下单时间', value: shanghaiMinute(order.placedAt) },
    { label: '全场券', value: order.orderCouponName },
    { label: '支付宝交易号', value: order.tradeNo },
  ].filter((fact) => fact.value !== null);
  return (
    <Card>
      <CardTitle>订单信息</CardTitle>
      <dl className="grid gap-3 text-sm">
        {facts.map((fact) => (
          <div key={fact.label} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
            <dt className="text-muted-foreground">{fact.label}</dt>
            <dd className="break-all tabular-nums">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
