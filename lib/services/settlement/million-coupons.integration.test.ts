import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { findOwnCoupons, findWalletPage, readWallet } from '@/lib/data/coupons';
import { findOpenSettlement } from '@/lib/data/settlement';
import { bestCombination } from '@/lib/domain/best-combination';
import { mintCode, mintCoupon } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { systemCtx } from '@/tests/support/payment-factories';
import { changeOpen, lookAtSettlement, settle } from '@/tests/support/settlement';
import { type SpiedDatabase, type Statement, spiedDatabase } from '@/tests/support/spied-database';
import { claimCoupon } from '../coupon/claim-coupon';
import { expireCoupons } from '../coupon/expire-coupons';
import { redeemCode } from '../coupon/redeem-code';
import { cancelOrder } from '../order/cancel-order';
import { placeOrder } from './place-order';

const ACCOUNTS = 10_000;
const COUPONS = 100;

let test: TestDatabase;
let db: Database;
let spied: SpiedDatabase;
beforeAll(async () => {
  test = await testDatabase();
  ({ db } = test);
  spied = spiedDatabase(test.url);
  await db.execute(sql`
    with family as (
      insert into coupon_family (claimed) select ${ACCOUNTS} from generate_series(1, ${COUPONS}::int) returning id)
    insert into coupon (family_id, name, kind, value_fen, claim_from, claim_until, valid_from, valid_until)
    select id, '券', 'fixed', 1000, '2020-01-01', '2099-12-31', '2020-01-01', '2099-12-31' from family`);
  await db.execute(sql`
    insert into account (username, nickname, password_hash)
    select 'many' || n, '同学', 'none' from generate_series(1, ${ACCOUNTS}::int) n`);
  await db.transaction(async (tx) => {
    // As a replica does: without asking for every row whether its account and its coupon are there.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      insert into coupon_record (number, coupon_id, family_id, account_id, status, valid_from, valid_until)
      select 'M' || c.id || '-' || a.id, c.id, c.family_id, a.id,
        case when (a.id + c.id) % 4 = 0 then 'unused' else 'expired' end, '2020-01-01',
        case when (a.id + c.id) % 4 = 0 then date '2099-12-31' else date '2024-12-31' end
      from account a cross join coupon c where a.username like 'many%'`);
  });
  await db.execute(sql`analyze`);
  // Generous: a busy machine is slow, not broken.
}, 240_000);
afterAll(() => spied.db.$client.end());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

const scans = (plan: Plan): string[] => [
  ...(plan['Relation Name'] === 'coupon_record' ? [plan['Node Type']] : []),
  ...(plan.Plans ?? []).flatMap(scans),
];

/** How the statement reads coupon_record, planned for its parameters, and for any as after its fifth time. */
async function explain({ query, params }: Statement): Promise<string[]> {
  const plans = ['force_custom_plan', 'force_generic_plan'].map((mode) =>
    db.$client.begin(async (tx) => {
      await tx.unsafe(`set local plan_cache_mode = ${mode}`);
      const [row] = await tx.unsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(`explain (format json) ${query}`, params);
      return (row?.['QUERY PLAN'] ?? []).flatMap((one) => scans(one.Plan));
    }),
  );
  return (await Promise.all(plans)).flat();
}

/** Of a million records, no statement of `work` reads them all. Gives how they were read. */
async function expectIndex(work: () => Promise<unknown>): Promise<string[]> {
  const statements = (await spied.during(work)).filter(({ query }) => query.includes('coupon_record'));
  const found: string[] = [];
  for (const statement of statements) {
    const nodes = await explain(statement);
    expect({ ...statement, nodes }).toMatchObject({ nodes: expect.not.arrayContaining(['Seq Scan']) });
    found.push(...nodes);
  }
  return found;
}

const solve = async (...input: Parameters<typeof bestCombination>) => bestCombination(...input);

/** A student with what the hundred rules give, who goes to the settlement with two courses. */
async function scene() {
  const student = await mintAccount(db, { beli: 300 });
  await db.execute(sql`
    insert into coupon_record (number, coupon_id, family_id, account_id, valid_from, valid_until)
    select 'S' || id || '-' || ${student.id}, id, family_id, ${student.id}, '2020-01-01', '2099-12-31' from coupon where name = '券'`);
  const courses = [await mintCourse(db), await mintCourse(db)];
  await settle(db, student, courses);
  return { student, ctx: studentCtx(spied.db, student, { gateways: fakeAlipay().gateways }) };
}

describe('this test', () => {
  it('would notice a statement that reads them all', async () => {
    const nodes = await explain({ query: 'select 1 from coupon_record where number like $1', params: ['%7'] });
    expect(new Set(nodes)).toEqual(new Set(['Seq Scan']));
  });
});

describe('with a million coupon records an index serves', () => {
  it('the settlement page', async () => {
    const { student } = await scene();
    expect(await db.$count(sql`coupon_record`)).toBeGreaterThan(1_000_000);
    const nodes = await expectIndex(() => findOpenSettlement(spied.db, solve, student.id, new Date()));
    expect(nodes).not.toEqual([]);
  });

  it('every change of the settlement, the order and its end', async () => {
    const { student, ctx } = await scene();
    const { facts } = await lookAtSettlement(db, student.id);
    const recordId = facts.wallet[3]?.recordId ?? 0;
    await expectIndex(() => changeOpen(ctx, { intent: 'order-coupon', recordId }));
    await expectIndex(() => changeOpen(ctx, { intent: 'best-coupons' }));
    const { form } = await lookAtSettlement(db, student.id);
    const placed = await spied.during(async () => {
      const answer = await placeOrder(ctx, form);
      if (!answer.ok) throw new Error(answer.error.code);
      await cancelOrder(ctx, { orderNo: answer.value.orderNo });
    });
    const nodes = await Promise.all(placed.filter(({ query }) => query.includes('coupon_record')).map(explain));
    expect(nodes.flat()).not.toContain('Seq Scan');
    expect(nodes.length).toBeGreaterThan(4);
  });

  it('the wallet and its pages', async () => {
    const { student } = await scene();
    const today = '2026-06-01';
    for (const tab of ['usable', 'locked', 'used', 'expired'] as const) {
      await expectIndex(() => findWalletPage(spied.db, student.id, { tab, page: 1 }, today));
    }
    await expectIndex(() => readWallet(spied.db, student.id));
    await expectIndex(() => readWallet(spied.db, student.id, { scope: 'unbound', usableOn: today }));
    await expectIndex(() =>
      readWallet(spied.db, student.id, { scope: { productIds: [1], withUnbound: true }, usableOn: today }),
    );
    await expectIndex(() => findOwnCoupons(spied.db, student.id, 1, today));
  });

  it('a claim by click and by code', async () => {
    const [student, minted] = [await mintAccount(db), await mintCoupon(db)];
    const code = await mintCode(db, await mintCoupon(db));
    const ctx = studentCtx(spied.db, student);
    await expectIndex(() => claimCoupon(ctx, { couponId: minted.id }));
    await expectIndex(() => redeemCode(ctx, { code, address: '192.0.2.1' }));
  });

  it('the expiry of what is over', async () => {
    const { student } = await scene();
    await db.execute(sql`update coupon_record set valid_until = '2021-01-01' where account_id = ${student.id}`);
    await expectIndex(() => expireCoupons(systemCtx(spied.db)));
  });
});
