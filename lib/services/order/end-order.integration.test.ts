import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLog, couponRecord } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { mintPendingOrder } from '@/tests/support/order-factories';
import {
  mintAttempt,
  mintFullOrder,
  paidTrade,
  readEvents,
  readOrder,
  readPayments,
  readWorld,
  systemCtx,
} from '@/tests/support/payment-factories';
import type { Gateways } from '../ctx';
import { settlePayment } from '../payment/settle-payment';
import { cancelOrder } from './cancel-order';
import { closePendingOrder } from './close-pending-order';
import { expireOrder } from './expire-order';
import { sweepExpired } from './sweep-expired';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const PLACED = new Date('2026-03-10T04:00:00Z');
const OVER = new Date('2026-03-10T04:30:01Z');

async function scene() {
  const minted = await mintFullOrder(test.db, { now: PLACED });
  const alipay = fakeAlipay();
  const student = studentCtx(test.db, minted.student, { now: OVER, gateways: alipay.gateways });
  const system = systemCtx(test.db, { now: OVER, gateways: alipay.gateways });
  return {
    ...minted,
    alipay,
    cancel: () => cancelOrder(student, { orderNo: minted.placed.orderNo }),
    expire: () => expireOrder(system, { orderId: minted.placed.id }),
    open: () => alipay.put(minted.attempt.outTradeNo, minted.placed.cashFen, 'WAIT_BUYER_PAY'),
    pay: () => alipay.put(minted.attempt.outTradeNo, minted.placed.cashFen, 'TRADE_SUCCESS'),
    notify: () => settlePayment(system, { trade: paidTrade(minted.attempt), heard: { source: 'notify', body: '' } }),
    world: () => readWorld(test.db, minted.student.id, minted.placed.id),
  };
}

const released = {
  beli: { balance: 500, held: 0 },
  coupons: [
    { status: 'unused', orderId: null },
    { status: 'unused', orderId: null },
  ],
  grants: [],
};

describe('cancelling', () => {
  it('closes the trade at the gateway, then the order, and gives everything back', async () => {
    const { open, cancel, world, alipay, attempt } = await scene();
    open();
    expect(await cancel()).toMatchObject({ ok: true });
    expect(alipay.statusOf(attempt.outTradeNo)).toBe('TRADE_CLOSED');
    expect(await world()).toMatchObject({
      ...released,
      placed: { status: 'cancelled', closedAt: OVER },
      payments: [{ status: 'closed', closedAt: OVER }],
    });
    expect((await world()).cart).toHaveLength(2);
    expect(await readEvents(test.db, attempt.outTradeNo)).toMatchObject([{ source: 'query', verdict: 'over' }]);
    expect(await cancel()).toMatchObject({ ok: true });
  });

  it('closes locally what no buyer has ever opened', async () => {
    const { cancel, world } = await scene();
    expect(await cancel()).toMatchObject({ ok: true });
    expect(await world()).toMatchObject({ ...released, placed: { status: 'cancelled' } });
  });

  it('settles instead when the money is there', async () => {
    const { pay, cancel, world } = await scene();
    pay();
    expect(await cancel()).toMatchObject({ ok: false, error: { code: 'ORDER_ALREADY_PAID' } });
    expect(await world()).toMatchObject({ placed: { status: 'paid' }, payments: [{ status: 'paid' }] });
  });

  it('settles instead when the buyer pays between the question and the close', async () => {
    const { open, pay, cancel, world, alipay } = await scene();
    open();
    alipay.beforeClose(pay);
    expect(await cancel()).toMatchObject({ ok: false, error: { code: 'ORDER_ALREADY_PAID' } });
    expect(await world()).toMatchObject({ placed: { status: 'paid' }, beli: { balance: 400, held: 0 } });
  });

  it('changes nothing while the gateway is silent', async () => {
    const { open, cancel, expire, world, alipay } = await scene();
    open();
    alipay.goSilent();
    const before = await world();
    expect(await cancel()).toMatchObject({ ok: false, error: { code: 'GATEWAY_UNAVAILABLE' } });
    expect(await expire()).toBe('unknown');
    expect(await world()).toEqual(before);
  });

  it("is not for somebody else's order", async () => {
    const { placed, alipay } = await scene();
    const stranger = studentCtx(test.db, await mintAccount(test.db), { gateways: alipay.gateways });
    expect(await cancelOrder(stranger, { orderNo: placed.orderNo })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await readOrder(test.db, placed.id)).status).toBe('pending');
  });
});

describe('expiry', () => {
  it('waits for its time, and leaves itself a job for it', async () => {
    const { placed, alipay } = await scene();
    const early = systemCtx(test.db, { now: PLACED, gateways: alipay.gateways });
    expect(await expireOrder(early, { orderId: placed.id })).toBe('not_due');
    expect((await readOrder(test.db, placed.id)).status).toBe('pending');
    const [job] = await test.db.execute<{ run_at: string }>(
      sql`select run_at from graphile_worker.jobs where key = ${`order:${placed.id}:expire`}`,
    );
    expect(new Date(job?.run_at ?? 0)).toEqual(new Date('2026-03-10T04:30:00Z'));
  });

  it('ends the order once; coupons whose own time has passed come back as expired', async () => {
    const { expire, world, open, couponIds } = await scene();
    open();
    const [first] = couponIds;
    await test.db
      .update(couponRecord)
      .set({ validUntil: '2026-03-09' })
      .where(eq(couponRecord.id, first ?? 0));
    expect(await expire()).toBe('closed');
    expect(await expire()).toBe('not_pending');
    expect(await world()).toMatchObject({
      ...released,
      placed: { status: 'expired', closedAt: OVER },
      coupons: [{ status: 'expired' }, { status: 'unused' }],
    });
  });

  it('settles an order that was paid while nobody told us', async () => {
    const { pay, expire, world } = await scene();
    pay();
    expect(await expire()).toBe('paid');
    expect(await world()).toMatchObject({ placed: { status: 'paid' } });
  });

  it('is made up for when its job was lost or has given up, and only then', async () => {
    const { placed } = await scene();
    const key = `order:${placed.id}:expire`;
    const sweep = () => sweepExpired(systemCtx(test.db, { now: OVER }));
    const waiting = () => test.db.execute(sql`select 1 from graphile_worker.jobs where key = ${key} and attempts = 0`);
    await sweep();
    expect(await waiting()).toHaveLength(1);
    expect(await sweep()).toBe(0);
    await test.db.execute(sql`update graphile_worker._private_jobs set attempts = max_attempts where key = ${key}`);
    await sweep();
    expect(await waiting()).toHaveLength(1);
  });
});

describe('races, in both orders', () => {
  it('a notify against a cancellation and an expiry: one wins, and nothing is lost', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 15; round++) {
      const { pay, open, notify, cancel, expire, world, alipay } = await scene();
      open();
      // The buyer pays at some moment of the cancellation; the notify and the expiry job come when they like.
      if (round % 3 === 0) alipay.beforeClose(pay);
      if (round % 3 === 1) pay();
      const acts = [cancel, expire, ...(round % 3 === 2 ? [] : [notify, notify])];
      await Promise.all((round % 2 ? acts : acts.toReversed()).map((act) => act()));
      const { placed, payments, beli, grants, coupons } = await world();
      outcomes.add(placed.status);
      const isPaid = placed.status === 'paid';
      expect(isPaid ? ['paid'] : ['closed', 'late']).toContain(payments[0]?.status);
      expect(beli).toMatchObject({ balance: isPaid ? 400 : 500, held: 0 });
      expect(grants).toHaveLength(isPaid ? 2 : 0);
      expect(new Set(coupons.map((coupon) => coupon.status))).toEqual(new Set([isPaid ? 'used' : 'unused']));
      // Money that came is on the books, whoever won.
      if (round % 3 === 1) expect(isPaid || payments[0]?.status === 'late').toBe(true);
    }
    expect(outcomes.size).toBeGreaterThan(1);
  });

  it('looks again when a new attempt begins while the old one is being closed', async () => {
    const student = await mintAccount(test.db);
    const placed = await mintPendingOrder(test.db, student.id, [{ product: await mintCourse(test.db) }]);
    const first = await mintAttempt(test.db, placed);
    const alipay = fakeAlipay();
    alipay.put(first.outTradeNo, placed.cashFen, 'WAIT_BUYER_PAY');
    const query = alipay.gateways.alipay.query;
    let began: string | null = null;
    const gateways = {
      ...alipay.gateways,
      alipay: {
        ...alipay.gateways.alipay,
        query: async (outTradeNo: string) => {
          if (began === null) {
            began = (await mintAttempt(test.db, placed, 'wap')).outTradeNo;
            alipay.put(began, placed.cashFen, 'WAIT_BUYER_PAY');
          }
          return query(outTradeNo);
        },
      },
    };
    const ctx = studentCtx(test.db, student, { gateways });
    expect(await cancelOrder(ctx, { orderNo: placed.orderNo })).toMatchObject({ ok: true });
    expect(alipay.statusOf(began ?? '')).toBe('TRADE_CLOSED');
    expect((await readPayments(test.db, placed.id)).map(({ status }) => status)).toEqual(['closed', 'closed']);
  });
});

describe('closed by an administrator', () => {
  const auditOf = (orderNo: string) => test.db.select().from(auditLog).where(eq(auditLog.subjectId, orderNo));
  const asAdmin = async (gateways: Gateways) => {
    const { id } = await mintAccount(test.db, { role: 'admin' });
    return { ...systemCtx(test.db, { now: OVER, gateways }), actor: { kind: 'account', id, role: 'admin' } as const };
  };

  it('ends as if its student had cancelled it, and stands in the log, once', async () => {
    const { open, alipay, placed, world } = await scene();
    open();
    const admin = await asAdmin(alipay.gateways);
    expect(await closePendingOrder(admin, placed)).toEqual({ ok: true, value: null });
    expect(await closePendingOrder(admin, placed)).toMatchObject({ error: { code: 'ORDER_NOT_CANCELLABLE' } });
    expect(await world()).toMatchObject({ placed: { status: 'cancelled' }, ...released });
    expect(await auditOf(placed.orderNo)).toMatchObject([{ action: 'order.close', actorId: admin.actor.id }]);
  });

  it('is settled instead when Alipay has its money, and the log says nothing', async () => {
    const { pay, alipay, placed, world } = await scene();
    pay();
    const admin = await asAdmin(alipay.gateways);
    expect(await closePendingOrder(admin, placed)).toMatchObject({ error: { code: 'ORDER_ALREADY_PAID' } });
    expect(await world()).toMatchObject({ placed: { status: 'paid' } });
    expect(await auditOf(placed.orderNo)).toEqual([]);
  });

  it('is for administrators', async () => {
    const { placed, student } = await scene();
    expect(await closePendingOrder(studentCtx(test.db, student), placed)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  });
});
