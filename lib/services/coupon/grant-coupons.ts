import { eq, sql } from 'drizzle-orm';
import { readGrantCandidates } from '@/db/queries/coupon-grants';
import { coupon, couponFamily, couponRecord } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { copyDays } from '@/lib/domain/coupon-claim';
import { type GrantCandidate, type GrantOutcome, planGrants } from '@/lib/domain/coupon-grant';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { err, ok, type Result } from '@/lib/errors';
import { expireTags } from '../cache/expire-tags';
import type { TxCtx } from '../ctx';
import { couponNumber } from './coupon-number';

/** A row has fewer than 20 parameters, and a statement at most 65 535. */
const ROWS_AT_ONCE = 2_000;

/** By account id, for those that exist. */
export type GrantOutcomes = ReadonlyMap<number, GrantOutcome>;

/**
 * Gives one copy each, in the order of the ids as far as the family's quantity goes. Quantity, limit, stop and the days
 * of use are obeyed, the claim window is not. The caller's transaction decides what becomes of it.
 */
export async function grantCoupons(
  ctx: TxCtx,
  input: { readonly couponId: number; readonly accountIds: readonly number[] },
): Promise<Result<GrantOutcomes, 'NOT_FOUND' | 'COUPON_STOPPED' | 'COUPON_OVER'>> {
  const locked = await lockRule(ctx, input.couponId);
  if (!locked) return err('NOT_FOUND');
  const { rule, family } = locked;
  if (rule.stoppedAt || rule.supersededAt) return err('COUPON_STOPPED');
  if (rule.validUntil !== null && rule.validUntil < shanghaiDay(ctx.now)) return err('COUPON_OVER');

  const candidates = await readGrantCandidates(ctx.db, family.id, input.accountIds);
  const remaining = family.quantity === null ? null : family.quantity - family.claimed;
  const plan = planGrants({ remaining, perAccountLimit: family.perAccountLimit }, candidates);
  const granted = plan.flatMap(({ candidate, outcome }) => (outcome === 'granted' ? [candidate] : []));
  await insertCopies(ctx, rule, granted);
  await ctx.db
    .update(couponFamily)
    .set({ claimed: sql`${couponFamily.claimed} + ${granted.length}` })
    .where(eq(couponFamily.id, family.id));
  if (granted.length > 0 && granted.length === remaining) await expireTags(ctx, [cacheTags.coupons]);
  return ok(new Map(plan.map(({ candidate, outcome }) => [candidate.accountId, outcome])));
}

type Rule = typeof coupon.$inferSelect;

/** The family first, then the rule as it is under that lock. */
async function lockRule(ctx: TxCtx, couponId: number) {
  const [named] = await ctx.db.select({ familyId: coupon.familyId }).from(coupon).where(eq(coupon.id, couponId));
  if (!named) return null;
  const [family] = await ctx.db
    .select()
    .from(couponFamily)
    .where(eq(couponFamily.id, named.familyId))
    .for('no key update');
  const [rule] = await ctx.db.select().from(coupon).where(eq(coupon.id, couponId)).for('share');
  return family && rule ? { family, rule } : null;
}

async function insertCopies(ctx: TxCtx, rule: Rule, candidates: readonly GrantCandidate[]): Promise<void> {
  const days = copyDays(rule, shanghaiDay(ctx.now));
  for (let from = 0; from < candidates.length; from += ROWS_AT_ONCE) {
    await ctx.db.insert(couponRecord).values(
      candidates.slice(from, from + ROWS_AT_ONCE).map(({ accountId, held }) => ({
        number: couponNumber(ctx.now),
        couponId: rule.id,
        familyId: rule.familyId,
        accountId,
        ordinal: held + 1,
        source: 'grant' as const,
        ...days,
        claimedAt: ctx.now,
      })),
    );
  }
}
