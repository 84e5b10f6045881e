'use client';

import { useActionState } from 'react';
import { CancelOrder } from '@/components/order/cancel-order';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Price } from '@/components/ui/price';
import { StickyTotalBar } from '@/components/ui/sticky-total-bar';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { LiveStatus } from './live-status';

type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

interface PayPanelProps {
  /**
   * Bound to the order by the server's page: bound here, at every rendering anew, an answer that stays on the page would
   * never end without JavaScript.
   */
  actions: Readonly<Record<'pay' | 'confirm' | 'cancel', FormAction>>;
  orderNo: string;
  cashFen: number;
  /** Epoch milliseconds, by the server's clock. */
  expiresAt: number;
  now: number;
  isInWeChat: boolean;
}

/** An order that waits for its money. */
export function PayPanel({ actions, orderNo, cashFen, expiresAt, now, isInWeChat }: PayPanelProps) {
  const [payState, payAction] = useActionState(actions.pay, IDLE);
  const [confirmState, confirmAction] = useActionState(actions.confirm, IDLE);
  const isOver = expiresAt <= now;
  const payForm = (
    <form action={payAction}>
      <SubmitButton size="lg" className="w-full" disabled={isOver}>
        去支付
      </SubmitButton>
    </form>
  );
  return (
    <Card className="grid gap-6">
      <div className="grid justify-items-center gap-2 text-center">
        <h1 className="font-semibold text-lg">{isOver ? '支付时间已过，订单正在关闭' : '等待支付'}</h1>
        <p className="sr-only">应付金额</p>
        <Price fen={cashFen} size="xl" className="text-primary-ink" />
        <p className="text-muted-foreground text-sm">支付方式：支付宝</p>
      </div>
      {isInWeChat && (
        <Alert tone="warning" title="微信里打不开支付宝">
          请点右上角「···」，选择「在浏览器打开」，再继续支付。
        </Alert>
      )}
      <LiveStatus orderNo={orderNo} expiresAt={expiresAt} now={now} />
      <FormMessage state={payState} />
      <FormMessage state={confirmState} />
      <div className="mx-auto grid w-full max-w-sm gap-3">
        <div className="hidden lg:block">{payForm}</div>
        <form action={confirmAction}>
          <SubmitButton size="lg" variant="secondary" className="w-full">
            我已支付
          </SubmitButton>
        </form>
        <CancelOrder action={actions.cancel} />
      </div>
      <StickyTotalBar total={<Total cashFen={cashFen} />} action={payForm} />
    </Card>
  );
}

const Total = ({ cashFen }: { cashFen: number }) => (
  <p className="flex items-baseline gap-2">
    <span className="text-muted-foreground text-sm">应付</span>
    <Price fen={cashFen} size="lg" className="text-primary-ink" />
  </p>
);
