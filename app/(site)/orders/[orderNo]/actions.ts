'use server';

import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import type { ActionState } from '@/lib/action-state';
import { isOrderNumber } from '@/lib/domain/order-number';
import { refundRequestSchema } from '@/lib/domain/refund-form';
import type { Result } from '@/lib/errors';
import type { AccountCtx } from '@/lib/services/ctx';
import { cancelOrder } from '@/lib/services/order/cancel-order';
import { requestRefund } from '@/lib/services/refund/request-refund';
import { startAgain } from '@/lib/services/settlement/start-again';

type OrderBody = (ctx: AccountCtx, input: { readonly orderNo: string }) => Promise<Result<unknown>>;

/** An action of one order's page. Whatever it answers, the page is shown anew: the order may have moved on by itself. */
function orderAction(orderNo: string, body: OrderBody) {
  if (!isOrderNumber(orderNo)) notFound();
  return accountAction({ schema: z.object({}), from: `/orders/${orderNo}` }, async (ctx) => {
    const result = await body(ctx, { orderNo });
    refresh();
    return result;
  });
}

/** 取消订单. */
export async function cancel(orderNo: string, previous: ActionState, form: FormData): Promise<ActionState> {
  return orderAction(orderNo, cancelOrder)(previous, form);
}

/** 重新下单: to the settlement of what the order held. */
export async function again(orderNo: string, previous: ActionState, form: FormData): Promise<ActionState> {
  const start = orderAction(orderNo, async (ctx, input) => {
    const started = await startAgain(ctx, input);
    if (started.ok) redirect('/settlement');
    return started;
  });
  return start(previous, form);
}

/** 申请退款: fields `orderNo`, `reason`, and the lines that are ticked. Leads to the order, which shows how it goes on. */
export const askRefund = accountAction({ schema: refundRequestSchema, from: '/orders' }, async (ctx, input) => {
  const asked = await requestRefund(ctx, input);
  if (asked.ok) redirect(`/orders/${input.orderNo}`);
  refresh();
  return asked;
});
