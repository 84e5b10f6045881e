import { eq } from 'drizzle-orm';
import { order } from '@/db/schema';
import type { Ctx } from '../ctx';
import { allowAsking } from './allow-asking';
import { askGateway } from './ask-gateway';

/**
 * Asks the gateway about an unpaid order when a buyer comes back from it. Anyone may cause it: it tells nothing, it
 * believes only the gateway, doing it again changes nothing, and it is throttled.
 */
export async function refreshOrder(ctx: Ctx, { orderNo }: { readonly orderNo: string }): Promise<void> {
  const [found] = await ctx.db
    .select({ id: order.id, paidAt: order.paidAt })
    .from(order)
    .where(eq(order.orderNo, orderNo));
  if (!found || found.paidAt) return;
  if (await allowAsking(ctx, found.id)) await askGateway(ctx, found.id);
}
