'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Card, CardTitle } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Price } from '@/components/ui/price';
import { StickyTotalBar } from '@/components/ui/sticky-total-bar';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import type { CartCoupons } from '@/lib/data/cart-coupons';
import { type CartLine, cartTotal, settledLines } from '@/lib/domain/cart-line';
import { MAX_SETTLEMENT_LINES } from '@/lib/domain/settlement';
import { checkOut } from '../actions';
import { AfterCoupons } from './after-coupons';

interface CartSummaryProps {
  lines: readonly CartLine[];
  isVisitor: boolean;
  /** As of the server's last answer. */
  coupons: CartCoupons;
  /** False while the lines show what the server has yet to answer. */
  isAnswered: boolean;
}

export function CartSummary({ lines, isVisitor, coupons, isAnswered }: CartSummaryProps) {
  const [state, action] = useActionState(checkOut, IDLE);
  const count = settledLines(lines).length;
  const total = (
    <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-muted-foreground text-sm">已选 {count} 门，合计</span>
      <Price fen={cartTotal(lines)} size="lg" className="text-primary-ink" />
    </p>
  );
  const button = (
    <form action={action}>
      <SubmitButton size="lg" disabled={count === 0 || count > MAX_SETTLEMENT_LINES} className="w-full">
        {isVisitor ? '登录后结算' : '去结算'}
      </SubmitButton>
    </form>
  );
  return (
    <aside aria-label="合计" className="grid gap-4 lg:sticky lg:top-24">
      <FormMessage state={state} />
      {count > MAX_SETTLEMENT_LINES && (
        <Alert tone="warning">一次最多结算 {MAX_SETTLEMENT_LINES} 门课程，请先取消一些选择。</Alert>
      )}
      <Card className="hidden lg:grid lg:gap-4">
        <CardTitle className="mb-0">合计</CardTitle>
        {total}
        <AfterCoupons coupons={coupons} isAnswered={isAnswered} />
        <p className="text-muted-foreground text-sm">优惠券和贝里在下一步使用。</p>
        {button}
      </Card>
      {(coupons.best || coupons.claimable > 0) && (
        <Card className="lg:hidden">
          <AfterCoupons coupons={coupons} isAnswered={isAnswered} />
        </Card>
      )}
      <StickyTotalBar total={total} action={button} />
    </aside>
  );
}
