import { and, asc, eq, inArray } from 'drizzle-orm';
import { order, orderLine } from '@/db/schema';
import { describeSaleProblem } from '@/lib/domain/sale';
import { err, ok, type Result } from '@/lib/errors';
import { readOffers } from '../cart/read-offers';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { applyBest } from './apply-best';
import { openSettlement } from './open-settlement';

export type StartAgainError = 'NOT_FOUND' | 'PRODUCT_NOT_ON_SALE';

/**
 * 重新下单: begins a settlement of what an order of the account's own held that ended unpaid, at today's prices and with
 * the best coupons. What can no longer be bought is left out; when nothing is left, the failure names it all.
 */
export async function startAgain(
  ctx: AccountCtx,
  { orderNo }: { readonly orderNo: string },
): Promise<Result<null, StartAgainError>> {
  const lines = await linesOf(ctx, orderNo);
  if (lines.length === 0) return err('NOT_FOUND');
  const judge = await readOffers(ctx.db, lines);
  const chosen = lines.filter((line) => judge(line)?.problem === null);
  if (chosen.length === 0) {
    const problems = lines.map((line) => `「${line.name}」${describeSaleProblem(judge(line)?.problem ?? 'offline')}`);
    return err('PRODUCT_NOT_ON_SALE', { detail: problems.join('；') });
  }
  const settlementId = await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    return openSettlement({ ...ctx, db: tx }, chosen);
  });
  await applyBest(ctx, settlementId, 'follow');
  return ok(null);
}

const linesOf = (ctx: AccountCtx, orderNo: string) =>
  ctx.db
    .select({
      productId: orderLine.productId,
      pricePolicyId: orderLine.pricePolicyId,
      name: orderLine.productName,
    })
    .from(orderLine)
    .innerJoin(order, eq(order.id, orderLine.orderId))
    .where(
      and(
        eq(order.orderNo, orderNo),
        eq(order.accountId, ctx.actor.id),
        inArray(order.status, ['cancelled', 'expired']),
      ),
    )
    .orderBy(asc(orderLine.position));
