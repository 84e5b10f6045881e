import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { adminCtx } from '@/tests/support/account-factories';
import { mintAccount, mintCourse } from '@/tests/support/factories';
import { type MintedOrder, mintPendingOrder } from '@/tests/support/order-factories';
import { readGrants, systemCtx } from '@/tests/support/payment-factories';
import { valueOf } from '@/tests/support/refund-factories';
import { settleOrder } from '../order/settle-order';
import { completeRefund } from './complete-refund';
import { sendRefund } from './send-refund';
import { startRefund } from './start-refund';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const FIRST = new Date('2026-03-01T04:00:00Z');
const LATER = new Date('2026-03-11T04:00:00Z');

it('what was bought on top of a refunded grant begins now and keeps its days', async () => {
  const student = await mintAccount(test.db);
  const course = await mintCourse(test.db, { prices: [[30, 0]] });
  const orders: MintedOrder[] = [];
  for (let time = 0; time < 3; time++) {
    const placed = await mintPendingOrder(test.db, student.id, [{ product: course }], { now: FIRST });
    await test.db.transaction((tx) => settleOrder({ ...systemCtx(test.db, { now: FIRST }), db: tx }, placed.id));
    orders.push(placed);
  }
  const spans = async () =>
    (await readGrants(test.db, student.id)).map(({ orderId, startsAt, endsAt }) => ({ orderId, startsAt, endsAt }));
  const before = await spans();
  expect(before.map(({ endsAt }) => endsAt.toISOString().slice(0, 10))).toEqual([
    '2026-03-31',
    '2026-04-30',
    '2026-05-30',
  ]);

  // The shop's clock reads ten days later. No cash: the same states, without a gateway.
  const admin = await adminCtx(test.db, LATER);
  const input = { orderNo: orders[0]?.orderNo ?? '', lineIds: 'all', reason: '退' } as const;
  const { refundId } = valueOf(await startRefund(admin, input));
  expect(await sendRefund(systemCtx(test.db, { now: LATER }), { refundId })).toBe('succeeded');
  expect(await completeRefund(systemCtx(test.db, { now: LATER }), refundId)).toBe('nothing');

  const [, second, third] = orders;
  const left = (await spans()).filter(({ orderId }) => orderId !== orders[0]?.id);
  expect(left).toEqual([
    { orderId: second?.id, startsAt: LATER, endsAt: new Date('2026-04-10T16:00:00Z') },
    { orderId: third?.id, startsAt: new Date('2026-04-10T16:00:00Z'), endsAt: new Date('2026-05-10T16:00:00Z') },
  ]);
});
