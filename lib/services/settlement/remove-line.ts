import { and, eq } from 'drizzle-orm';
import { settlementLine } from '@/db/schema';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { inOpenSettlement, type NotOpen } from './in-open-settlement';

/** Takes a line out of the open settlement; it stays in the cart. Removing twice is no failure. */
export async function removeLine(
  ctx: AccountCtx,
  { settlementId, productId }: { readonly settlementId: number; readonly productId: number },
): Promise<Result<null, NotOpen>> {
  return inOpenSettlement<null, never>(ctx, settlementId, async ({ ctx: { db } }) => {
    await db
      .delete(settlementLine)
      .where(and(eq(settlementLine.settlementId, settlementId), eq(settlementLine.productId, productId)));
    return ok(null);
  });
}
