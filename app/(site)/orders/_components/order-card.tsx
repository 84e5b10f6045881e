import Link from 'next/link';
import { Cover } from '@/components/course/cover';
import { OrderStatusBadge } from '@/components/order/order-status';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Price } from '@/components/ui/price';
import type { OrderCard as OrderCardData } from '@/lib/data/orders';
import { formatValidDays } from '@/lib/domain/catalogue';
import { shanghaiMinute, shanghaiTime } from '@/lib/domain/shanghai-day';
import { NextStep } from './next-step';

const SHOWN_LINES = 3;

export function OrderCard({ order, now }: { order: OrderCardData; now: Date }) {
  const { orderNo, status, lines } = order;
  const more = lines.length - SHOWN_LINES;
  return (
    <li>
      <Card className="grid gap-4 p-0 sm:p-0">
        <header className="flex items-start justify-between gap-4 border-b px-4 py-3 text-sm sm:px-6">
          <p className="flex flex-wrap gap-x-4 text-muted-foreground tabular-nums">
            <span>{shanghaiMinute(order.placedAt)}</span>
            <Link href={`/orders/${orderNo}`} className="hover:underline">
              订单号 {orderNo}
            </Link>
          </p>
          <OrderStatusBadge status={status} />
        </header>
        <ul className="grid gap-3 px-4 sm:px-6">
          {lines.slice(0, SHOWN_LINES).map((line) => (
            <li key={line.productId} className="grid grid-cols-[5rem_minmax(0,1fr)_auto] gap-3">
              <Cover
                name={line.name}
                hue={line.coverHue}
                glyph={line.coverGlyph}
                showTitle={false}
                className="w-full self-start rounded-md"
              />
              <div className="min-w-0">
                <p className="line-clamp-2 font-medium">{line.name}</p>
                <p className="text-muted-foreground text-sm">有效期 {formatValidDays(line.validDays)}</p>
              </div>
              <Price fen={line.listFen} size="sm" className="font-normal max-xs:hidden" />
            </li>
          ))}
          {more > 0 && <li className="text-muted-foreground text-sm">还有 {more} 门课程</li>}
        </ul>
        <footer className="flex flex-wrap items-center justify-between gap-3 px-4 pb-4 sm:px-6 sm:pb-5">
          <div>
            <p className="flex items-baseline gap-2">
              <span className="text-muted-foreground text-sm">{status === 'pending' ? '应付' : '合计'}</span>
              <Price fen={order.cashFen} listFen={order.listFen} />
            </p>
            {status === 'pending' && <PayBefore expiresAt={order.expiresAt} now={now} />}
          </div>
          <div className="flex gap-3">
            <Button asChild variant="secondary">
              <Link href={`/orders/${orderNo}`}>订单详情</Link>
            </Button>
            <NextStep orderNo={orderNo} status={status} isEnrolled={order.isEnrolled} />
          </div>
        </footer>
      </Card>
    </li>
  );
}

function PayBefore({ expiresAt, now }: { expiresAt: Date; now: Date }) {
  return (
    <p className="text-primary-ink text-sm">
      {expiresAt > now ? `请在 ${shanghaiTime(expiresAt)} 前支付` : '支付时间已过，正在关闭'}
    </p>
  );
}
