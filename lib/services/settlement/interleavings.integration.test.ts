import { randomInt } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { cartItem, order, settlement } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { beli } from '@/lib/domain/money';
import { mintCoupon } from '@/tests/support/coupon-factories';
import { type MintedAccount, mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { systemCtx } from '@/tests/support/payment-factories';
import { type Random, seededRandom } from '@/tests/support/random';
import { changeOpen, lookAtSettlement, type Seen } from '@/tests/support/settlement';
import { brokenInvariants, deadlocksSeen } from '@/tests/support/shop-invariants';
import { claimCoupon } from '../coupon/claim-coupon';
import { expireCoupons } from '../coupon/expire-coupons';
import { cancelOrder } from '../order/cancel-order';
import { expireOrder } from '../order/expire-order';
import { settlePayment } from '../payment/settle-payment';
import { startPayment } from '../payment/start-payment';
import { placeOrder } from './place-order';
import { startSettlement } from './start-settlement';

const ROUNDS = 200;
const ACTS_AT_ONCE = 6;
/** What is broken stays broken: looking now and then finds it too. */
const CHECK_EVERY = 4;
/** Generous: a busy machine is slow, not broken. */
const TIMEOUT_MS = 240_000;
const ACCOUNTS = 10;
const KINDS = ['place', 'place', 'place-again', 'cancel', 'expire', 'pay', 'pay', 'claim', 'claim', 'sweep'] as const;

const EXPECTED = [
  'claim: claimed',
  'place: pending',
  'place: QUOTE_CHANGED',
  'place-again: pending',
  'cancel: cancelled',
  'expire: closed',
  'pay: paid+repeated',
];

const NOW = new Date('2026-03-10T04:00:00Z');
/** Past every order's deadline; the second also past the last day of the coupons that are good for a day. */
const LATER = [new Date('2026-03-10T04:31:00Z'), new Date('2026-03-12T04:00:00Z')];

interface Act {
  readonly kind: (typeof KINDS)[number];
  readonly student: MintedAccount;
  /** What it chooses by, whatever it finds. */
  readonly dice: readonly number[];
}

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

async function mintWorld() {
  const courses = await Promise.all([9900, 19900, 3333, 0].map((price) => mintCourse(db, { prices: [[30, price]] })));
  const students = await Promise.all(Array.from({ length: ACCOUNTS }, () => mintAccount(db, { beli: 5000 })));
  const [first, second] = courses;
  const coupons = await Promise.all([
    mintCoupon(db, { productId: first?.id ?? 0, family: { quantity: 30, perAccountLimit: 4 } }),
    mintCoupon(db, {
      productId: second?.id ?? 0,
      rule: { kind: 'percent', offPercent: 79 },
      family: { perAccountLimit: 5 },
    }),
    mintCoupon(db, {
      rule: { kind: 'threshold', valueFen: 6000, minimumFen: 20000 },
      family: { quantity: 25, perAccountLimit: 3 },
    }),
    mintCoupon(db, {
      columns: { validFrom: null, validUntil: null, validDaysAfterClaim: 1 },
      family: { perAccountLimit: 20 },
    }),
  ]);
  return { courses, students, coupons, alipay: fakeAlipay(), seen: new Map<number, Seen>() };
}
type World = Awaited<ReturnType<typeof mintWorld>>;

const nth = <T>(items: readonly T[], dice: number | undefined): T | undefined => items[(dice ?? 0) % items.length];

const ordersOf = (student: MintedAccount) =>
  db.select().from(order).where(eq(order.accountId, student.id)).orderBy(asc(order.id));
const pendingOf = async (student: MintedAccount) => (await ordersOf(student)).filter((row) => row.status === 'pending');

/** Some courses, the best coupons or what the student fancies, some 贝里; then 提交订单 on what was seen. */
async function place(world: World, { student, dice }: Act): Promise<string> {
  const ctx = studentCtx(db, student, { now: NOW });
  const [which = 0, whim = 0, amount = 0] = dice;
  const wanted = world.courses.filter((_course, index) => ((which % 15) + 1) & (1 << index));
  await db.delete(cartItem).where(eq(cartItem.accountId, student.id));
  await db
    .insert(cartItem)
    .values(wanted.map(({ id, policy }) => ({ accountId: student.id, productId: id, pricePolicyId: policy.id })))
    .onConflictDoNothing();
  await startSettlement(ctx);
  if (whim % 3 === 0) await changeOpen(ctx, { intent: 'order-coupon', recordId: null });
  await changeOpen(ctx, { intent: 'beli', beli: beli(amount % 800) });
  const [open] = await db
    .select()
    .from(settlement)
    .where(and(eq(settlement.accountId, student.id), eq(settlement.status, 'open')));
  // Another tab of the same student was faster.
  if (!open) return 'nothing open';
  const seen = await lookAtSettlement(db, student.id, NOW).catch(() => null);
  if (!seen) return 'nothing open';
  world.seen.set(student.id, seen);
  return submit(student, seen);
}

async function submit(student: MintedAccount, seen: Seen): Promise<string> {
  const placed = await placeOrder(studentCtx(db, student, { now: NOW }), seen.form);
  return placed.ok ? placed.value.status : placed.error.code;
}

/** Opens the cashier, pays, and the gateway tells it twice. */
async function pay(world: World, { student, dice }: Act): Promise<string> {
  const found = nth(await pendingOf(student), dice[0]);
  if (!found) return 'no order';
  const { gateways } = world.alipay;
  const ctx = studentCtx(db, student, { now: NOW, gateways });
  const started = await startPayment(ctx, { orderNo: found.orderNo, method: 'page' });
  if (!started.ok) return started.error.code;
  const outTradeNo = started.value.payUrl.split('/').at(-1) ?? '';
  // Half of the buyers only look at the cashier.
  if ((dice[1] ?? 0) % 2 === 0) {
    world.alipay.put(outTradeNo, found.cashFen, 'WAIT_BUYER_PAY');
    return 'looked';
  }
  if (world.alipay.statusOf(outTradeNo) === 'TRADE_CLOSED') return 'closed at the gateway';
  const trade = world.alipay.put(outTradeNo, found.cashFen, 'TRADE_SUCCESS');
  const notify = () => settlePayment(systemCtx(db, { now: NOW }), { trade, heard: { source: 'notify', body: '' } });
  return (await Promise.all([notify(), notify()])).toSorted().join('+');
}

async function run(world: World, act: Act): Promise<string> {
  const { student, dice } = act;
  const { gateways } = world.alipay;
  const later = nth(LATER, dice[1]) ?? NOW;
  switch (act.kind) {
    case 'place':
      return place(world, act);
    case 'place-again': {
      const seen = world.seen.get(student.id);
      return seen ? submit(student, seen) : 'nothing seen';
    }
    case 'cancel': {
      const found = nth(await ordersOf(student), dice[0]);
      if (!found) return 'no order';
      const ended = await cancelOrder(studentCtx(db, student, { now: NOW, gateways }), { orderNo: found.orderNo });
      return ended.ok ? 'cancelled' : ended.error.code;
    }
    case 'expire': {
      const found = nth(await pendingOf(student), dice[0]);
      return found ? expireOrder(systemCtx(db, { now: later, gateways }), { orderId: found.id }) : 'no order';
    }
    case 'pay':
      return pay(world, act);
    case 'claim': {
      const couponId = nth(world.coupons, dice[0])?.id ?? 0;
      const claimed = await claimCoupon(studentCtx(db, student, { now: NOW }), { couponId });
      return claimed.ok ? 'claimed' : claimed.error.code;
    }
    case 'sweep':
      await expireCoupons(systemCtx(db, { now: later }));
      return 'swept';
  }
}

const draw = (random: Random, students: readonly MintedAccount[]): Act => ({
  kind: random.pick(KINDS),
  student: random.pick(students),
  dice: [random.int(1e6), random.int(1e6), random.int(1e6)],
});

describe('orders, payments, claims and their ends, all at once', () => {
  it(
    `keeps coupons, 贝里 and sums through ${ROUNDS} random interleavings`,
    async () => {
      const seed = Number(process.env['INTERLEAVINGS_SEED'] ?? randomInt(2 ** 31));
      const random = seededRandom(seed);
      const world = await mintWorld();
      const outcomes = new Set<string>();
      for (let round = 0; round < ROUNDS; round++) {
        // Half of the rounds are about one account: that is where the races are.
        const crowd = round % 2 === 0 ? world.students : [random.pick(world.students)];
        const acts = Array.from({ length: ACTS_AT_ONCE }, () => draw(random, crowd));
        const ended = await Promise.allSettled(acts.map((act) => run(world, act)));
        const where = `seed ${seed}, round ${round}: ${acts.map((act) => `${act.kind} ${act.student.id}`).join(', ')}`;
        for (const [index, one] of ended.entries()) {
          if (one.status === 'rejected') throw new Error(`${where}: act ${index} failed`, { cause: one.reason });
          outcomes.add(`${acts[index]?.kind}: ${one.value}`);
        }
        if (round % CHECK_EVERY === 0 || round === ROUNDS - 1)
          expect({ where, broken: await brokenInvariants(db) }).toEqual({ where, broken: [] });
      }
      expect({ seed, deadlocks: await deadlocksSeen(db) }).toEqual({ seed, deadlocks: 0 });
      // It was a fair fight: everything that can happen did.
      expect({ seed, missing: EXPECTED.filter((outcome) => !outcomes.has(outcome)) }).toEqual({ seed, missing: [] });
    },
    TIMEOUT_MS,
  );
});
