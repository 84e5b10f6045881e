'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { MALFORMED } from '@/lib/domain/form-fields';
import { isOrderNumber } from '@/lib/domain/order-number';
import { refundStartSchema } from '@/lib/domain/refund-form';
import { closePendingOrder } from '@/lib/services/order/close-pending-order';
import { startRefund as startRefundOf } from '@/lib/services/refund/start-refund';

const orderSchema = z.object({ orderNo: z.string(MALFORMED).refine(isOrderNumber, MALFORMED) });

export const closeOrder = adminAction({ schema: orderSchema, message: '订单已关闭' }, async (ctx, input) =>
  shown(await closePendingOrder(ctx, input)),
);

/** Fields `orderNo`, `reason`, and the lines that are ticked. Leads to the refund, which shows how it goes on. */
export const startRefund = adminAction({ schema: refundStartSchema }, async (ctx, input) => {
  const started = await startRefundOf(ctx, input);
  if (started.ok) redirect(`/admin/refunds/${started.value.refundId}`);
  return shown(started);
});
