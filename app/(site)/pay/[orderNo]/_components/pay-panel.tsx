'use client';

import { useActionState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { CancelOrder } from '@/components/order/cancel-order';
import { Card } from '@/components/ui/card';
import { Price } from '@/components/ui/price';
import { StickyTotalBar } from '@/components/ui/sticky-total-bar';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { cancel, confirm, pay } from '../actions';
import { LiveStatus } from './live-status';

interface PayPanelProps {
  orderNo: string;
  cashFen: number;
  /** Epoch milliseconds, by the server's clock. */
  expiresAt: number;
  now: number;
}

/** An order that waits for its money. */
export function PayPanel({ orderNo, cashFen, expiresAt, now }: PayPanelProps) {
  const [payState, payAction] = useActionState(pay.bind(null, orderNo), IDLE);
  const [confirmState, confirmAction] = useActionState(confirm.bind(null, orderNo), IDLE);
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
        <h1 className="font-semibold text-lg">{isOver ? '支付时间已过,订单正在关闭' : '等待支付'}</h1>
        <p className="sr-only">应付金额</p>
        <Price fen={cashFen} size="xl" className="text-primary-ink" />
      </div>
      <LiveStatus orderNo={orderNo} expiresAt={expiresAt} now={now} />
      <ActionNotice state={payState} />
      <ActionNotice state={confirmState} />
      <div className="mx-auto grid w-full max-w-sm gap-3">
        <div className="hidden lg:block">{payForm}</div>
        <form action={confirmAction}>
          <SubmitButton size="lg" variant="secondary" className="w-full">
            我已支付
          </SubmitButton>
        </form>
        <CancelOrder action={cancel.bind(null, orderNo)} />
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
