import { eq, sql } from 'drizzle-orm';
import { addDays, type Day, shanghaiDay, startOfDay } from '@/lib/domain/shanghai-day';
import type { Db } from '../client';
import * as table from '../schema';
import { COUPONS, type CouponSeed, WALLETS } from './catalogue/coupons';
import { type IdOf, lookup } from './lookup';

type CouponRow = typeof table.coupon.$inferSelect;
type CouponOf = (key: string) => CouponRow;

/** Each coupon as the first version of a family of its own; rows by key. */
export async function insertCoupons(db: Db, productId: IdOf, now: Date): Promise<CouponOf> {
  const today = shanghaiDay(now);
  const rows: [string, CouponRow][] = [];
  for (const seed of COUPONS) {
    const { quantity, perAccountLimit } = seed;
    const [family] = await db.insert(table.couponFamily).values({ quantity, perAccountLimit }).returning();
    if (!family) throw new Error('insert returned no coupon family');
    const [row] = await db
      .insert(table.coupon)
      .values({
        familyId: family.id,
        name: seed.name,
        channel: seed.channel,
        brief: seed.brief,
        ...seed.rule,
        productId: seed.product === null ? null : productId(seed.product),
        claimFrom: addDays(today, seed.claim[0]),
        claimUntil: addDays(today, seed.claim[1]),
        ...validityColumns(seed.valid, today),
        createdAt: now,
      })
      .returning();
    if (!row) throw new Error('insert returned no coupon');
    if (seed.code !== null) {
      await db.insert(table.couponCode).values({ couponId: row.id, code: seed.code, maxUses: 1_000, createdAt: now });
    }
    rows.push([seed.key, row]);
  }
  return lookup('coupon', rows);
}

function validityColumns(valid: CouponSeed['valid'], today: Day) {
  if (typeof valid === 'number') return { validDaysAfterClaim: valid };
  return { validFrom: addDays(today, valid[0]), validUntil: addDays(today, valid[1]) };
}

/** The copies the demo students hold, counted in their families as if they had been claimed. */
export async function insertWallet(
  db: Db,
  { accountId, coupons, now }: { accountId: IdOf; coupons: CouponOf; now: Date },
): Promise<void> {
  const today = shanghaiDay(now);
  for (const [username, keys] of Object.entries(WALLETS)) {
    for (const [index, key] of keys.entries()) {
      const { id, familyId, channel, validFrom, validUntil, validDaysAfterClaim, claimUntil } = coupons(key);
      const ordinal = keys.slice(0, index + 1).filter((other) => other === key).length;
      await db.insert(table.couponRecord).values({
        number: `${today.replaceAll('-', '')}-${username}-${key}${ordinal > 1 ? `-${ordinal}` : ''}`,
        couponId: id,
        familyId,
        accountId: accountId(username),
        ordinal,
        source: channel === 'grant' ? 'grant' : 'claim',
        validFrom: validFrom ?? today,
        validUntil: validUntil ?? addDays(today, (validDaysAfterClaim ?? 1) - 1),
        claimedAt: today <= claimUntil ? now : startOfDay(claimUntil),
      });
      await db
        .update(table.couponFamily)
        .set({ claimed: sql`${table.couponFamily.claimed} + 1` })
        .where(eq(table.couponFamily.id, familyId));
    }
  }
}
