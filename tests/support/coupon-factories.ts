import type { Db } from '@/db/client';
import { coupon, couponFamily, couponRecord } from '@/db/schema';
import type { CouponRule } from '@/lib/domain/coupon';
import { fen } from '@/lib/domain/money';
import { only, unique } from './factories';

/** Plain numbers instead of branded fen: tests write amounts as literals. */
type RuleInput =
  | { kind: 'fixed'; valueFen: number }
  | { kind: 'threshold'; valueFen: number; minimumFen: number }
  | { kind: 'percent'; offPercent: number; maxDiscountFen?: number };

interface CouponOptions {
  readonly rule?: RuleInput;
  /** Bound to this product: a line coupon. */
  readonly productId?: number;
  readonly name?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
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
export async function mintCouponRecord(db: Db, accountId: number, options: CouponOptions = {}): Promise<MintedRecord> {
  const validFrom = options.validFrom ?? '2020-01-01';
  const validUntil = options.validUntil ?? '2099-12-31';
  const family = only(await db.insert(couponFamily).values({ claimed: 1 }).returning());
  const minted = only(
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
      })
      .returning(),
  );
  const record = only(
    await db
      .insert(couponRecord)
      .values({ number: unique('r'), couponId: minted.id, familyId: family.id, accountId, validFrom, validUntil })
      .returning(),
  );
  return { id: record.id, couponId: minted.id };
}
