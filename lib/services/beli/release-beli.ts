import type { TxCtx } from '../ctx';
import type { OrderBeli } from './hold-beli';
import { postEntry } from './post-entry';

/** Gives back what an order that ended unpaid had set aside, once an order. */
export async function releaseBeli(ctx: TxCtx, { orderId, accountId, beli }: OrderBeli): Promise<void> {
  if (beli === 0) return;
  const businessKey = `order:${orderId}:release`;
  const outcome = await postEntry(ctx, {
    accountId,
    businessKey,
    kind: 'release',
    delta: 0,
    heldDelta: -beli,
    orderId,
  });
  if (outcome === 'not_enough') throw new Error(`order ${orderId} releases 贝里 that were never held`);
}
