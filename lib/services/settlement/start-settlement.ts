import { MAX_SETTLEMENT_LINES } from '@/lib/domain/settlement';
import { err, ok, type Result } from '@/lib/errors';
import { lockEntries } from '../cart/lock-entries';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { applyBest } from './apply-best';
import { openSettlement } from './open-settlement';

type StartError = 'NOTHING_SELECTED' | 'TOO_MANY_LINES';

/** 去结算: begins a settlement of the cart's selected lines that can be bought, with the best coupons. The cart stays as it is. */
export async function startSettlement(ctx: AccountCtx): Promise<Result<null, StartError>> {
  const opened = await ctx.db.transaction(async (tx): Promise<Result<number, StartError>> => {
    await lockAccount(tx, ctx.actor.id);
    const entries = await lockEntries(tx, ctx.actor.id);
    const chosen = entries.filter((entry) => entry.isSelected && entry.problem === null);
    if (chosen.length === 0) return err('NOTHING_SELECTED');
    if (chosen.length > MAX_SETTLEMENT_LINES) return err('TOO_MANY_LINES');
    return ok(await openSettlement({ ...ctx, db: tx }, chosen));
  });
  if (!opened.ok) return opened;
  await applyBest(ctx, opened.value, 'follow');
  return ok(null);
}
