import { sql } from 'drizzle-orm';
import { createDb } from '@/db/client';
import { couponFamily } from '@/db/schema';
import { claimCoupon } from '@/lib/services/coupon/claim-coupon';
import { mintCoupon } from './coupon-factories';
import { studentCtx } from './factories';

const CONNECTIONS = 20;

/** Things a second. */
export interface ClaimRates {
  readonly claims: readonly number[];
  readonly updates: readonly number[];
}

/**
 * Every account claims its copy of one hot coupon, over 20 connections at once, in turn with as many conditional
 * UPDATEs of such a family and nothing else.
 */
export async function timeClaims(url: string, accountIds: readonly number[], times: number): Promise<ClaimRates> {
  const db = createDb(url, { max: CONNECTIONS });
  const claims: number[] = [];
  const updates: number[] = [];
  try {
    for (let time = 0; time <= times; time++) {
      const hot = await mintCoupon(db, { family: { quantity: accountIds.length } });
      claims.push(
        await perSecond(accountIds, async (id) => {
          const claimed = await claimCoupon(studentCtx(db, { id }), { couponId: hot.id });
          if (!claimed.ok) throw new Error(`a claim was refused: ${claimed.error.code}`);
        }),
      );
      const bare = await mintCoupon(db, { family: { quantity: accountIds.length } });
      updates.push(
        await perSecond(accountIds, async () => {
          await db.execute(sql`update ${couponFamily} set claimed = claimed + 1
            where id = ${bare.familyId} and claimed + 1 <= quantity returning id`);
        }),
      );
    }
    // The first of each only warms up.
    return { claims: claims.slice(1), updates: updates.slice(1) };
  } finally {
    await db.$client.end();
  }
}

async function perSecond(ids: readonly number[], one: (id: number) => Promise<void>): Promise<number> {
  const begun = performance.now();
  await Promise.all(ids.map(one));
  return ids.length / ((performance.now() - begun) / 1000);
}
