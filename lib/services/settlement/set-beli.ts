import { eq } from 'drizzle-orm';
import { settlement } from '@/db/schema';
import type { Beli } from '@/lib/domain/money';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { inOpenSettlement, type NotOpen } from './in-open-settlement';

/** Keeps how many 贝里 the student wants to use. How many of them count is decided each time the price is. */
export async function setBeli(
  ctx: AccountCtx,
  { settlementId, beli }: { readonly settlementId: number; readonly beli: Beli },
): Promise<Result<null, NotOpen>> {
  return inOpenSettlement<null, never>(ctx, settlementId, async ({ ctx: { db } }) => {
    await db.update(settlement).set({ beli, updatedAt: ctx.now }).where(eq(settlement.id, settlementId));
    return ok(null);
  });
}
