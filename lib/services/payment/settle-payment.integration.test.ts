import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Database } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { fen } from '@/lib/domain/money';
import { endOfDay } from '@/lib/domain/shanghai-day';
import { type MintedProduct, mintAccount, mintCourse } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import {
  mintAttempt,
  mintFullOrder,
  paidTrade,
  readEvents,
  readGrants,
  readOrder,
  readPayments,
  readWorld,
  systemCtx,
} from '@/tests/support/payment-factories';
import { closeOrder } from '../order/close-order';
import { settlePayment } from './settle-payment';

let test: TestDatabase;
let otherPool: Database;
beforeAll(async () => {
  test = await testDatabase();
  otherPool = createDb(test.url, { max: 20 });
});
afterAll(() => Promise.all([test.db.$client.end(), otherPool.$client.end()]));

const NOW = new Date('2026-03-10T04:00:00Z');
const heard = { source: 'notify', body: 'verbatim', notifyId: 'n1' } as const;
const settle = (attempt: { outTradeNo: string; amountFen: number }, db = test.db, now = NOW) =>
  settlePayment(systemCtx(db, { now }), { trade: paidTrade(attempt), heard });

async function jobKeys(orderId: number): Promise<string[]> {
  const rows = await test.db.execute<{ key: string }>(
    sql`select key from graphile_worker.jobs where key like ${`order:${orderId}:%`}`,
  );
  return rows.map((row) => row.key);
}

describe('money that is expected', () => {
  it('pays the order, uses coupons and 贝里, grants access, takes the lines out of the cart, leaves the job', async () => {
    const { student, first, second, placed, attempt } = await mintFullOrder(test.db, { now: NOW });
    expect(await settle(attempt)).toBe('paid');

    const world = await readWorld(test.db, student.id, placed.id);
    expect(world.placed).toMatchObject({ status: 'paid', paidAt: NOW });
    expect(world.payments).toMatchObject([{ status: 'paid', tradeNo: `T-${attempt.outTradeNo}`, paidAt: NOW }]);
    expect(world.coupons).toMatchObject([
      { status: 'used', orderId: placed.id, usedAt: NOW },
      { status: 'used', orderId: placed.id, usedAt: NOW },
    ]);
    expect(world.beli).toMatchObject({ balance: 400, held: 0 });
    expect(world.cart).toEqual([]);
    expect(world.grants).toEqual([
      { productId: first.id, orderId: placed.id, startsAt: NOW, endsAt: endOfDay('2026-04-09') },
      { productId: second.id, orderId: placed.id, startsAt: NOW, endsAt: endOfDay('2026-06-08') },
    ]);
    expect(await jobKeys(placed.id)).toEqual([`order:${placed.id}:paid`]);
    expect(await readEvents(test.db, attempt.outTradeNo)).toMatchObject([
      { source: 'notify', body: 'verbatim', notifyId: 'n1', verdict: 'paid', paymentId: attempt.id },
    ]);
  });

  it('waits for nobody when it is told what it knows', async () => {
    const { placed, attempt } = await mintFullOrder(test.db);
    await settle(attempt);
    const again = otherPool.transaction(async (tx) => {
      await tx.execute(sql`select from "order" where id = ${placed.id} for no key update`);
      return settle(attempt);
    });
    expect(await again).toBe('repeated');
    expect(await readEvents(test.db, attempt.outTradeNo)).toMatchObject([
      { verdict: 'paid', paymentId: attempt.id },
      { verdict: 'repeated', paymentId: attempt.id },
    ]);
  });

  it('settles once when told 100 times at the same moment by two sites', async () => {
    const { student, placed, attempt } = await mintFullOrder(test.db);
    const told = Array.from({ length: 100 }, (_, index) => settle(attempt, index % 2 ? test.db : otherPool));
    const verdicts = await Promise.all(told);

    expect(verdicts.filter((verdict) => verdict === 'paid')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === 'repeated')).toHaveLength(99);
    const world = await readWorld(test.db, student.id, placed.id);
    expect(world.payments).toMatchObject([{ status: 'paid' }]);
    expect(world.grants).toHaveLength(2);
    expect(world.beli).toMatchObject({ balance: 400, held: 0 });
    expect(await readEvents(test.db, attempt.outTradeNo)).toHaveLength(100);
  });

  it('is known again after the reply was lost, and when a partial refund repeats TRADE_SUCCESS', async () => {
    const { student, placed, attempt } = await mintFullOrder(test.db);
    await settle(attempt);
    const before = await readWorld(test.db, student.id, placed.id);
    expect(await settle(attempt)).toBe('repeated');
    expect(await settle(attempt)).toBe('repeated');
    expect(await readWorld(test.db, student.id, placed.id)).toEqual(before);
  });

  it('leaves the rest of the cart alone', async () => {
    const student = await mintAccount(test.db);
    const [bought, kept] = [await mintCourse(test.db), await mintCourse(test.db)];
    const placed = await mintPendingOrder(test.db, student.id, [{ product: bought }]);
    await test.db.execute(sql`insert into cart_item (account_id, product_id, price_policy_id)
      values (${student.id}, ${kept.id}, ${kept.policy.id})`);
    await settle(await mintAttempt(test.db, placed));
    expect((await readWorld(test.db, student.id, placed.id)).cart).toMatchObject([{ productId: kept.id }]);
  });
});

describe('a renewal', () => {
  const buy = async (accountId: number, product: MintedProduct, at: Date) => {
    const placed = await mintPendingOrder(test.db, accountId, [{ product }], { now: at });
    expect(await settle(await mintAttempt(test.db, placed), test.db, at)).toBe('paid');
  };

  it('extends from the end of what is held, or from now once that is over', async () => {
    const student = await mintAccount(test.db);
    const product = await mintCourse(test.db, { prices: [[30, 9900]] });
    await buy(student.id, product, NOW);
    await buy(student.id, product, new Date('2026-03-20T00:00:00Z'));
    await buy(student.id, product, new Date('2026-08-01T00:00:00Z'));
    expect((await readGrants(test.db, student.id)).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual([
      { startsAt: NOW, endsAt: endOfDay('2026-04-09') },
      { startsAt: endOfDay('2026-04-09'), endsAt: endOfDay('2026-05-09') },
      { startsAt: new Date('2026-08-01T00:00:00Z'), endsAt: endOfDay('2026-08-31') },
    ]);
  });

  it('loses no day when several orders of the same courses are paid at the same moment', async () => {
    const student = await mintAccount(test.db);
    const products = [await mintCourse(test.db), await mintCourse(test.db)];
    const attempts = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const lines = (index % 2 ? products : products.toReversed()).map((product) => ({ product }));
        return mintAttempt(test.db, await mintPendingOrder(test.db, student.id, lines, { now: NOW }));
      }),
    );
    const verdicts = await Promise.all(
      attempts.map((attempt, index) => settle(attempt, index % 2 ? test.db : otherPool)),
    );
    expect(new Set(verdicts)).toEqual(new Set(['paid']));

    const grants = await readGrants(test.db, student.id);
    for (const product of products) {
      const own = grants.filter((grant) => grant.productId === product.id);
      expect(own).toHaveLength(8);
      for (const [index, grant] of own.slice(1).entries()) expect(grant.startsAt).toEqual(own[index]?.endsAt);
    }
  });
});

describe('money that nobody expects', () => {
  it('is kept as late when another attempt has paid the order', async () => {
    const { student, placed, attempt } = await mintFullOrder(test.db);
    const second = await mintAttempt(test.db, placed, 'wap');
    expect(await settle(attempt)).toBe('paid');
    expect(await settle(second)).toBe('late');
    expect(await settle(second)).toBe('repeated');
    expect(await readPayments(test.db, placed.id)).toMatchObject([
      { status: 'paid' },
      { status: 'late', tradeNo: `T-${second.outTradeNo}`, paidAt: NOW },
    ]);
    expect(await readGrants(test.db, student.id)).toHaveLength(2);
  });

  it.each(['cancelled', 'expired'] as const)('is kept as late when the order is %s', async (status) => {
    const { student, placed, attempt } = await mintFullOrder(test.db);
    await test.db.transaction((tx) => closeOrder({ ...systemCtx(test.db), db: tx }, placed.id, status));
    expect(await settle(attempt)).toBe('late');
    expect((await readOrder(test.db, placed.id)).status).toBe(status);
    const world = await readWorld(test.db, student.id, placed.id);
    expect(world.payments).toMatchObject([{ status: 'late' }]);
    expect(world.beli).toMatchObject({ balance: 500, held: 0 });
    expect(world.coupons).toMatchObject([{ status: 'unused' }, { status: 'unused' }]);
    expect(world.grants).toEqual([]);
  });

  it('changes nothing when the amount is another, the trade is unknown or its number is taken', async () => {
    const one = await mintFullOrder(test.db);
    const two = await mintFullOrder(test.db);
    await settle(one.attempt);
    const before = await readWorld(test.db, two.student.id, two.placed.id);
    const about = (change: object) =>
      settlePayment(systemCtx(test.db), { trade: { ...paidTrade(two.attempt), ...change }, heard });

    expect(await about({ amount: fen(two.placed.cashFen - 1) })).toBe('amount_mismatch');
    expect(await about({ tradeNo: `T-${one.attempt.outTradeNo}` })).toBe('trade_no_mismatch');
    expect(await about({ outTradeNo: 'nobody_1' })).toBe('unknown_trade');
    expect(await about({ status: 'WAIT_BUYER_PAY' })).toBe('ignored');
    expect(await about({ status: 'TRADE_CLOSED' })).toBe('ignored');
    expect(await readWorld(test.db, two.student.id, two.placed.id)).toEqual(before);
    expect(await readEvents(test.db, 'nobody_1')).toMatchObject([{ verdict: 'unknown_trade', paymentId: null }]);
    expect(await about({ status: 'TRADE_FINISHED' })).toBe('paid');
  });
});
