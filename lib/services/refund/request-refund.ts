import { and, eq } from 'drizzle-orm';
import { order } from '@/db/schema';
import { chooseLines, type LineChoice, whyNotAsk } from '@/lib/domain/refund';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { insertRefund } from './insert-refund';
import { lockRefundable } from './refundable-order';

export interface RequestRefundInput {
  readonly orderNo: string;
  readonly lineIds: LineChoice;
  readonly reason: string;
}
export type RequestRefundError = 'NOT_FOUND' | 'ORDER_NOT_REFUNDABLE' | 'REFUND_WINDOW_OVER' | 'LINE_NOT_REFUNDABLE';

/** A student asks for the money of some lines of an order of their own. Nothing moves until an administrator agrees. */
export async function requestRefund(
  ctx: AccountCtx,
  { orderNo, lineIds, reason }: RequestRefundInput,
): Promise<Result<{ refundId: number }, RequestRefundError>> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const own = and(eq(order.orderNo, orderNo), eq(order.accountId, ctx.actor.id));
    const found = await lockRefundable(inside, own);
    if (!found) return err('NOT_FOUND');
    const refusal = whyNotAsk(found, ctx.now);
    if (refusal) return err(refusal);
    const lines = chooseLines(found.lines, lineIds);
    if (!lines) return err('LINE_NOT_REFUNDABLE');
    return ok({ refundId: await insertRefund(inside, { order: found, lines, source: 'student', reason }) });
  });
}
