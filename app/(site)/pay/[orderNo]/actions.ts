'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import type { ActionState } from '@/lib/action-state';
import { isOrderNumber } from '@/lib/domain/order-number';
import { methodFor } from '@/lib/domain/payment';
import type { Result } from '@/lib/errors';
import type { AccountCtx } from '@/lib/services/ctx';
import { cancelOrder } from '@/lib/services/order/cancel-order';
import { confirmPayment } from '@/lib/services/payment/confirm-payment';
import { startPayment } from '@/lib/services/payment/start-payment';
import { startAgain } from '@/lib/services/settlement/start-again';

type OrderBody = (ctx: AccountCtx, input: { readonly orderNo: string }) => Promise<Result<unknown>>;

/** An action of one order's page. Whatever it answers, the page is shown anew: the order may have moved on by itself. */
function orderAction(orderNo: string, body: OrderBody) {
  if (!isOrderNumber(orderNo)) notFound();
  return accountAction({ schema: z.object({}), from: `/pay/${orderNo}` }, async (ctx) => {
    const result = await body(ctx, { orderNo });
    refresh();
    return result;
  });
}

/** 去支付: to Alipay's cashier, the one that fits the browser. */
export async function pay(orderNo: string, previous: ActionState, form: FormData): Promise<ActionState> {
  const method = methodFor((await headers()).get('user-agent') ?? '');
  const start = orderAction(orderNo, async (ctx, input) => {
    const started = await startPayment(ctx, { ...input, method });
    if (started.ok) redirect(started.value.payUrl);
    return started;
  });
  return start(previous, form);
}

/** 扫码支付: to the same page with the QR code on it. Phones have nothing to scan it with. */
export async function payByQr(orderNo: string, previous: ActionState, form: FormData): Promise<ActionState> {
  const start = orderAction(orderNo, async (ctx, input) => {
    const started = await startPayment(ctx, { ...input, method: 'page' });
    if (started.ok) redirect(`/pay/${orderNo}?by=qr`);
    return started;
  });
  return start(previous, form);
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

/** 我已支付: asks Alipay. */
export async function confirm(orderNo: string, previous: ActionState, form: FormData): Promise<ActionState> {
  const ask = orderAction(orderNo, async (ctx, input) => {
    const confirmed = await confirmPayment(ctx, input);
    if (confirmed.ok) redirect(`/enrol/${orderNo}`);
    return confirmed;
  });
  return ask(previous, form);
}

/** 取消订单. */
export async function cancel(orderNo: string, previous: ActionState, form: FormData): Promise<ActionState> {
  return orderAction(orderNo, cancelOrder)(previous, form);
}
