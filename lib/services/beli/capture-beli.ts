import type { TxCtx } from '../ctx';
import type { OrderBeli } from './hold-beli';
import { postEntry } from './post-entry';

/** Spends what a paid order had set aside, once an order. */
export async function captureBeli(ctx: TxCtx, { orderId, accountId, beli }: OrderBeli): Promise<void> {
  if (beli === 0) return;
  const businessKey = `order:${orderId}:capture`;
  const outcome = await postEntry(ctx, {
    accountId,
    businessKey,
    kind: 'capture',
    delta: -beli,
    heldDelta: -beli,
    orderId,
  });
  if (outcome === 'not_enough') throw new Error(`order ${orderId} captures 贝里 that were never held`);
}
