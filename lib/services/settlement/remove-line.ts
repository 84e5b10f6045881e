import { and, eq } from 'drizzle-orm';
import { settlementLine } from '@/db/schema';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { inOpenSettlement } from './in-open-settlement';

/** Takes a line out of the open settlement; it stays in the cart. Removing twice is no failure. */
export async function removeLine(
  ctx: AccountCtx,
  { productId }: { readonly productId: number },
): Promise<Result<null, 'NO_OPEN_SETTLEMENT'>> {
  return inOpenSettlement(ctx, async ({ ctx: { db }, row }) => {
    await db
      .delete(settlementLine)
      .where(and(eq(settlementLine.settlementId, row.id), eq(settlementLine.productId, productId)));
    return ok(null);
  });
}
