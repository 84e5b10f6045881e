import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { coupon, couponCode, couponFamily, couponRecord } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import type { CouponRule } from '@/lib/domain/coupon';
import { fen } from '@/lib/domain/money';
import { addDays, shanghaiDay } from '@/lib/domain/shanghai-day';
import { expireTags } from '@/lib/services/cache/expire-tags';
import { only, unique } from './factories';

/** Plain numbers instead of branded fen: tests write amounts as literals. */
type RuleInput =
  | { kind: 'fixed'; valueFen: number }
  | { kind: 'threshold'; valueFen: number; minimumFen: number }
  | { kind: 'percent'; offPercent: number; maxDiscountFen?: number };

interface RuleOptions {
  readonly rule?: RuleInput;
  /** Bound to this product: a line coupon. */
  readonly productId?: number;
  readonly name?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

type CouponColumns = Partial<typeof coupon.$inferInsert>;
type FamilyColumns = Partial<typeof couponFamily.$inferInsert>;

export type MintedCoupon = typeof coupon.$inferSelect;

/** A coupon anyone may claim for years: ¥10 off the order, without limit, one each, unless told otherwise. */
export async function mintCoupon(
  db: Db,
  options: RuleOptions & { readonly columns?: CouponColumns; readonly family?: FamilyColumns } = {},
): Promise<MintedCoupon> {
  const validFrom = options.validFrom ?? '2020-01-01';
  const validUntil = options.validUntil ?? '2099-12-31';
  const family = only(
    await db
      .insert(couponFamily)
      .values(options.family ?? {})
      .returning(),
  );
  return only(
    await db
      .insert(coupon)
      .values({
        familyId: family.id,
        name: options.name ?? unique('券'),
        ...ruleOf(options.rule ?? { kind: 'fixed', valueFen: 1000 }),
        productId: options.productId ?? null,
        claimFrom: validFrom,
        claimUntil: validUntil,
        validFrom,
        validUntil,
        ...options.columns,
      })
      .returning(),
  );
}

/** A code for the coupon, of its own, to be used once unless told otherwise. */
export async function mintCode(db: Db, minted: MintedCoupon, maxUses = 1): Promise<string> {
  const code = unique('CODE').toUpperCase();
  await db.insert(couponCode).values({ couponId: minted.id, code, maxUses });
  return code;
}

/** The window of a coupon whose claiming ends before any other's: tomorrow, as midnight may pass meanwhile. */
export const soonestToEnd = (): { readonly claimUntil: string } => ({
  claimUntil: addDays(shanghaiDay(new Date()), 1),
});

/** What the dashboard does: no more copies, and the pages that show it expire. */
export async function stopCoupon(db: Db, id: number): Promise<void> {
  await db.update(coupon).set({ stoppedAt: new Date() }).where(eq(coupon.id, id));
  await expireTags({ db }, [cacheTags.coupons]);
}

export interface MintedRecord {
  readonly id: number;
  readonly couponId: number;
}

function ruleOf(input: RuleInput): CouponRule {
  switch (input.kind) {
    case 'fixed':
      return { kind: 'fixed', valueFen: fen(input.valueFen) };
    case 'threshold':
      return { kind: 'threshold', valueFen: fen(input.valueFen), minimumFen: fen(input.minimumFen) };
    case 'percent': {
      const maxDiscountFen = input.maxDiscountFen === undefined ? null : fen(input.maxDiscountFen);
      return { kind: 'percent', offPercent: input.offPercent, maxDiscountFen };
    }
  }
}

/** A copy of a new coupon in the account's wallet: ¥10 off the order, valid for years, unless told otherwise. */
export async function mintCouponRecord(db: Db, accountId: number, options: RuleOptions = {}): Promise<MintedRecord> {
  // Offered to nobody else.
  const minted = await mintCoupon(db, { ...options, columns: { channel: 'grant' }, family: { claimed: 1 } });
  const { id: couponId, familyId, validFrom, validUntil } = minted;
  if (validFrom === null || validUntil === null) throw new Error('minted with dates');
  const copy = { number: unique('r'), couponId, familyId, accountId, validFrom, validUntil };
  const record = only(await db.insert(couponRecord).values(copy).returning());
  return { id: record.id, couponId };
}
