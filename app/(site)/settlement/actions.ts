'use server';

import { refresh, revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import { idField, MALFORMED } from '@/lib/domain/form-fields';
import { settlementCommandSchema } from '@/lib/domain/settlement-command';
import { changeSettlement } from '@/lib/services/settlement/change-settlement';
import { type PlacedOrder, placeOrder } from '@/lib/services/settlement/place-order';

const from = '/settlement';

/** Every form of the settlement page but the last: field `intent` and what it needs. */
export const changeOpenSettlement = accountAction({ schema: settlementCommandSchema, from }, async (ctx, command) => {
  const changed = await changeSettlement(ctx, command);
  refresh();
  return changed;
});

const submitSchema = z.object({
  settlementId: idField,
  seenVersion: z.string(MALFORMED).max(20_000, MALFORMED),
});

/** 提交订单: leads to the payment, or past it when there is nothing to pay. */
export const submitOrder = accountAction({ schema: submitSchema, from }, async (ctx, input) => {
  const placed = await placeOrder(ctx, input);
  if (placed.ok) {
    // Going back must find what this settlement has become, not the page as the browser remembers it.
    revalidatePath('/settlement');
    redirect(nextStep(placed.value));
  }
  refresh();
  return placed;
});

function nextStep({ orderNo, status }: PlacedOrder) {
  if (status === 'pending') return `/pay/${orderNo}` as const;
  return status === 'paid' ? (`/enrol/${orderNo}` as const) : (`/orders/${orderNo}` as const);
}
