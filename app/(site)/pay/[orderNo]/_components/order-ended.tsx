import { CircleX, TimerOff } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { OrderAgain } from '@/components/order/order-again';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';

const TEXT = {
  cancelled: { icon: CircleX, title: '订单已取消' },
  expired: { icon: TimerOff, title: '订单超时未支付，已自动取消' },
} as const;

interface OrderEndedProps extends Pick<ComponentProps<typeof OrderAgain>, 'lines'> {
  orderNo: string;
  status: keyof typeof TEXT;
  again: ComponentProps<typeof OrderAgain>['action'];
}

/** Ended unpaid: nothing is lost, and how to go on. */
export function OrderEnded({ orderNo, status, lines, again }: OrderEndedProps) {
  const { icon: Icon, title } = TEXT[status];
  return (
    <Card className="grid justify-items-center gap-4 py-10 text-center sm:py-14">
      <Icon aria-hidden className="size-16 text-muted-foreground" strokeWidth={1.5} />
      <h1 className="font-bold text-2xl sm:text-3xl">{title}</h1>
      <p className="max-w-md text-muted-foreground">
        这个订单不能再支付。用到的优惠券和贝里已经退回，可以按现在的价格重新下单。
      </p>
      <div className="grid w-full max-w-sm gap-3">
        <OrderAgain action={again} lines={lines} />
        <Button asChild size="lg" variant="secondary">
          <Link href={`/orders/${orderNo}`}>查看订单</Link>
        </Button>
      </div>
    </Card>
  );
}
