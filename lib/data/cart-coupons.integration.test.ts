import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { bestCombination } from '@/lib/domain/best-combination';
import type { CartLine } from '@/lib/domain/cart-line';
import { mintCoupon, mintCouponRecord } from '@/tests/support/coupon-factories';
import { type MintedProduct, mintAccount, mintCourse } from '@/tests/support/factories';
import { readCartCoupons } from './cart-coupons';
import { readCartLines } from './cart-lines';

const NOW = new Date('2026-06-15T04:00:00Z');

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const linesOf = (products: readonly MintedProduct[], isSelected = true): Promise<CartLine[]> =>
  readCartLines(
    db,
    products.map(({ id, policy }) => ({ productId: id, pricePolicyId: policy.id, isSelected })),
    { accountId: null, now: NOW },
  );

const read = (accountId: number | null, lines: readonly CartLine[]) =>
  readCartCoupons({ db, solve: async (input) => bestCombination(input), accountId, now: NOW }, lines);

describe('readCartCoupons', () => {
  it('prices the selected lines with the best the account has, and counts what it could claim', async () => {
    const [student, dear, cheap] = [
      await mintAccount(db),
      await mintCourse(db, { prices: [[30, 40_000]] }),
      await mintCourse(db, { prices: [[30, 10_000]] }),
    ];
    // The worked example: the line coupon would take the minimum of the order coupon away.
    const rule = { kind: 'threshold', minimumFen: 50_000, valueFen: 6000 } as const;
    await mintCouponRecord(db, student.id, { name: '满减', rule });
    await mintCouponRecord(db, student.id, { productId: cheap.id, rule: { kind: 'fixed', valueFen: 2000 } });
    await mintCoupon(db, { productId: cheap.id });
    expect(await read(student.id, await linesOf([dear, cheap]))).toEqual({
      best: { payableFen: 44_000, savedFen: 6000, names: ['满减'] },
      claimable: 1,
    });
    expect((await read(student.id, await linesOf([dear, cheap], false))).best).toBeNull();
    expect(await read(null, await linesOf([cheap]))).toEqual({ best: null, claimable: 1 });
    expect(await read(student.id, [])).toEqual({ best: null, claimable: 0 });
  });
});
