import type { Beli } from '@/lib/domain/money';
import { err, ok, type Result } from '@/lib/errors';
import type { TxCtx } from '../ctx';
import { postEntry } from './post-entry';

/** An order and the 贝里 it pays with. */
export interface OrderBeli {
  readonly orderId: number;
  readonly accountId: number;
  readonly beli: Beli;
}

/** Sets 贝里 aside for a pending order, once an order. Zero holds nothing. */
export async function holdBeli(
  ctx: TxCtx,
  { orderId, accountId, beli }: OrderBeli,
): Promise<Result<null, 'BELI_NOT_ENOUGH'>> {
  if (beli === 0) return ok(null);
  const businessKey = `order:${orderId}:hold`;
  const outcome = await postEntry(ctx, { accountId, businessKey, kind: 'hold', delta: 0, heldDelta: beli, orderId });
  return outcome === 'not_enough' ? err('BELI_NOT_ENOUGH') : ok(null);
}
