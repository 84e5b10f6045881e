import { eq } from 'drizzle-orm';
import { settlement } from '@/db/schema';
import type { Beli } from '@/lib/domain/money';
import { ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { inOpenSettlement } from './in-open-settlement';

/** Keeps how many 贝里 the student wants to use. How many of them count is decided each time the price is. */
export async function setBeli(
  ctx: AccountCtx,
  { beli }: { readonly beli: Beli },
): Promise<Result<null, 'NO_OPEN_SETTLEMENT'>> {
  return inOpenSettlement(ctx, async ({ ctx: { db }, row }) => {
    await db.update(settlement).set({ beli, updatedAt: ctx.now }).where(eq(settlement.id, row.id));
    return ok(null);
  });
}
