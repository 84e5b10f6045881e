import { eq } from 'drizzle-orm';
import { account, order, refund } from '@/db/schema';
import type { TxCtx } from '../ctx';

export interface LockedRefund {
  readonly refund: typeof refund.$inferSelect;
  readonly order: typeof order.$inferSelect;
}

/** A refund with its order, locked from the top: account, order, refund. */
export async function lockRefund(ctx: TxCtx, refundId: number): Promise<LockedRefund | null> {
  const [found] = await ctx.db
    .select({ refund, order })
    .from(refund)
    .innerJoin(order, eq(order.id, refund.orderId))
    .innerJoin(account, eq(account.id, order.accountId))
    .where(eq(refund.id, refundId))
    .for('no key update', { of: [account, order, refund] });
  return found ?? null;
}
