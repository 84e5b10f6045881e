import { Cover } from '@/components/course/cover';
import { Breakdown } from '@/components/settlement/breakdown';
import { Card, CardTitle } from '@/components/ui/card';
import type { PayOrder } from '@/lib/data/payment';
import { formatValidDays } from '@/lib/domain/catalogue';

/** What is being paid, as it was frozen when the order was placed. */
export function OrderSummary({ order }: { order: PayOrder }) {
  return (
    <Card className="grid gap-5">
      <div>
        <CardTitle className="mb-1">订单内容</CardTitle>
        <p className="text-muted-foreground text-sm tabular-nums">订单号 {order.orderNo}</p>
      </div>
      <ul className="grid gap-4">
        {order.lines.map((line) => (
          <li key={line.productId} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3">
            <Cover
              name={line.name}
              hue={line.coverHue}
              glyph={line.coverGlyph}
              showTitle={false}
              className="w-full self-start rounded-md"
            />
            <div className="grid content-start gap-0.5">
              <p className="line-clamp-2 font-medium">{line.name}</p>
              <p className="text-muted-foreground text-sm">有效期 {formatValidDays(line.validDays)}</p>
            </div>
          </li>
        ))}
      </ul>
      <Breakdown
        className="border-t pt-5"
        amounts={order.amounts}
        cashLabel={order.status === 'pending' ? '应付' : '合计'}
      />
    </Card>
  );
}
