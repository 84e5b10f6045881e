import { and, eq } from 'drizzle-orm';
import { readSettlementFacts } from '@/db/queries/settlement-facts';
import { settlement } from '@/db/schema';
import { combinationInput, withCombination } from '@/lib/domain/settlement-best';
import type { SettlementFacts } from '@/lib/domain/settlement-facts';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { inOpenSettlement, type NotOpen } from './in-open-settlement';
import { storeChoice } from './store-choice';

/** follow: unless the student chose; restore: whoever chose. */
type Mode = 'follow' | 'restore';

/** What is being solved may change meanwhile. After so many rounds the page offers the best with one click. */
const MOST_ROUNDS = 3;

/**
 * Gives the open settlement the best combination of coupons. The search runs outside of any transaction; what it found
 * is stored only if the lines and the wallet are still those it was found for.
 */
export async function applyBest(ctx: AccountCtx, settlementId: number, mode: Mode): Promise<Result<null, NotOpen>> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const facts = await readOpen(ctx, settlementId);
    if (!facts) return err('NO_OPEN_SETTLEMENT');
    const outcome = await solveAndStore(ctx, settlementId, mode, facts);
    if (!outcome.ok) return outcome;
    if (outcome.value === 'done') break;
  }
  return ok(null);
}

async function solveAndStore(
  ctx: AccountCtx,
  settlementId: number,
  mode: Mode,
  facts: SettlementFacts,
): Promise<Result<'done' | 'again', NotOpen>> {
  const today = shanghaiDay(ctx.now);
  const isTheirs = (current: SettlementFacts) => mode === 'follow' && current.couponChoice === 'own';
  const input = combinationInput(facts, today);
  if (isTheirs(facts) || input.lines.length === 0) return ok('done');
  const { choice } = await ctx.solver(input);
  if (isStored(facts, withCombination(facts, choice))) return ok('done');
  return inOpenSettlement<'done' | 'again', never>(ctx, settlementId, async (open) => {
    if (isTheirs(open.facts)) return ok('done');
    if (JSON.stringify(combinationInput(open.facts, today)) !== JSON.stringify(input)) return ok('again');
    await storeChoice(open, withCombination(open.facts, choice));
    return ok('done');
  });
}

async function readOpen({ db, actor }: AccountCtx, settlementId: number): Promise<SettlementFacts | null> {
  const [row] = await db
    .select()
    .from(settlement)
    .where(and(eq(settlement.id, settlementId), eq(settlement.accountId, actor.id), eq(settlement.status, 'open')));
  return row ? readSettlementFacts(db, row) : null;
}

const isStored = (stored: SettlementFacts, wanted: SettlementFacts): boolean =>
  stored.couponChoice === wanted.couponChoice &&
  stored.orderCouponRecordId === wanted.orderCouponRecordId &&
  stored.lines.every((line, index) => line.couponRecordId === wanted.lines[index]?.couponRecordId);
