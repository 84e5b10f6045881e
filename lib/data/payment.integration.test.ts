import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { database } from '@/lib/context';
import { settlePayment } from '@/lib/services/payment/settle-payment';
import { mintAccount } from '@/tests/support/factories';
import { mintAttempt, mintFullOrder, paidTrade, readOrder, systemCtx } from '@/tests/support/payment-factories';
import { stubSiteEnv } from '@/tests/support/site-env';
import { findPayOrder } from './payment';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  stubSiteEnv(test.url);
});
afterAll(() => Promise.all([test.db.$client.end(), database().$client.end()]));

const viewer = ({ id }: { id: number }) => ({
  id,
  username: 'u',
  nickname: 'u',
  role: 'student' as const,
  sessionVersion: 1,
});

describe('an order on its payment page', () => {
  it("is the viewer's own, with its lines, its amounts and the server's clock", async () => {
    const { student, first, second, placed } = await mintFullOrder(test.db);
    const found = await findPayOrder(viewer(student), placed.orderNo);
    expect(found).toMatchObject({
      status: 'pending',
      amounts: { listFen: 79800, lineDiscountFen: 1000, orderDiscountFen: 1000, beli: 100, cashFen: placed.cashFen },
      expiresAt: (await readOrder(test.db, placed.id)).expiresAt,
      lines: [
        { name: first.name, validDays: 30 },
        { name: second.name, validDays: 90 },
      ],
      hasLateMoney: false,
    });
    expect(await findPayOrder(viewer(await mintAccount(test.db)), placed.orderNo)).toBeNull();
  });

  it.each(['', '1', 'x'.repeat(20), '2024010100000000000\0', "' or 1=1 --"])(
    'is none for the number %j',
    async (orderNo) => {
      expect(await findPayOrder(viewer(await mintAccount(test.db)), orderNo)).toBeNull();
    },
  );

  it('tells of money that came twice', async () => {
    const { student, placed, attempt } = await mintFullOrder(test.db);
    const second = await mintAttempt(test.db, placed);
    const heard = { source: 'notify', body: '' } as const;
    await settlePayment(systemCtx(test.db), { trade: paidTrade(attempt), heard });
    expect(await findPayOrder(viewer(student), placed.orderNo)).toMatchObject({ status: 'paid', hasLateMoney: false });
    await settlePayment(systemCtx(test.db), { trade: paidTrade(second), heard });
    expect(await findPayOrder(viewer(student), placed.orderNo)).toMatchObject({ status: 'paid', hasLateMoney: true });
  });
});
