import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { planGrants } from '@/lib/domain/coupon-grant';
import type { Db } from '../client';
import { coupon, couponFamily, couponGrant } from '../schema';
import { readGrantCandidates } from './coupon-grants';

/** A grant that was prepared, the current version of its coupon, and what would happen to each of its accounts now. */
export async function readGrantPlan(db: Db, familyId: number, grantId: number) {
  const [found] = await db
    .select({ grant: couponGrant, family: couponFamily, rule: coupon })
    .from(couponGrant)
    .innerJoin(couponFamily, eq(couponFamily.id, couponGrant.familyId))
    .innerJoin(coupon, and(eq(coupon.familyId, couponFamily.id), isNull(coupon.supersededAt)))
    .where(and(eq(couponGrant.id, grantId), eq(couponGrant.familyId, familyId)));
  if (!found) return null;
  const { grant, family, rule } = found;
  const candidates = await readGrantCandidates(db, family.id, grant.accountIds);
  const remaining = family.quantity === null ? null : family.quantity - family.claimed;
  const plan = planGrants({ remaining, perAccountLimit: family.perAccountLimit }, candidates);
  const receivers = plan.flatMap(({ candidate, outcome }) => (outcome === 'granted' ? [candidate.accountId] : []));
  return { ...found, plan, receivers, digest: grantDigest(rule.id, receivers) };
}

/** Of which version goes to whom: what an administrator agreed to, to be compared with what there is to agree to. */
export const grantDigest = (couponId: number, receivers: readonly number[]): string =>
  createHash('sha256')
    .update(JSON.stringify([couponId, receivers]))
    .digest('hex')
    .slice(0, 32);
