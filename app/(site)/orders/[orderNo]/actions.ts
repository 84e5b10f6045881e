'use server';

import { refresh } from 'next/cache';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import type { ActionState } from '@/lib/action-state';
import { isOrderNumber } from '@/lib/domain/order-number';
import { cancelOrder } from '@/lib/services/order/cancel-order';

/** 取消订单. Whatever it answers, the page is shown anew: the order may have moved on by itself. */
export async function cancel(orderNo: string, previous: ActionState, form: FormData): Promise<ActionState> {
  if (!isOrderNumber(orderNo)) notFound();
  const options = { schema: z.object({}), from: `/orders/${orderNo}` };
  const action = accountAction(options, async (ctx) => {
    const cancelled = await cancelOrder(ctx, { orderNo });
    refresh();
    return cancelled;
  });
  return action(previous, form);
}
