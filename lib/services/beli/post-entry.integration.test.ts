import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beliAccount, beliEntry } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { beli } from '@/lib/domain/money';
import { mintAccount, unique } from '@/tests/support/factories';
import { systemCtx } from '@/tests/support/payment-factories';
import type { TxCtx } from '../ctx';
import { grantBeli } from './grant-beli';
import { postEntry } from './post-entry';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const inside = <T>(body: (ctx: TxCtx) => Promise<T>) =>
  test.db.transaction((tx) => body({ ...systemCtx(test.db), db: tx }));
const grant = (accountId: number, amount: number, businessKey = unique('grant')) =>
  inside((ctx) => grantBeli(ctx, { accountId, beli: beli(amount), businessKey, note: '测试' }));
const hold = (accountId: number, amount: number, businessKey = unique('hold')) =>
  inside((ctx) => postEntry(ctx, { accountId, businessKey, kind: 'hold', delta: 0, heldDelta: amount }));
const totals = async (accountId: number) =>
  (await test.db.select().from(beliAccount).where(eq(beliAccount.accountId, accountId)))[0];

describe('the 贝里 ledger', () => {
  it('opens with the first grant and writes down what each entry leaves', async () => {
    const { id } = await mintAccount(test.db);
    await grant(id, 100);
    await grant(id, 50);
    await hold(id, 30);
    const entries = await test.db
      .select()
      .from(beliEntry)
      .where(eq(beliEntry.accountId, id))
      .orderBy(asc(beliEntry.id));
    expect(
      entries.map((entry) => [entry.kind, entry.delta, entry.heldDelta, entry.balanceAfter, entry.heldAfter]),
    ).toEqual([
      ['grant', 100, 0, 100, 0],
      ['grant', 50, 0, 150, 0],
      ['hold', 0, 30, 150, 30],
    ]);
    expect(await totals(id)).toMatchObject({ balance: 150, held: 30 });
  });

  it('posts a business key once, however many try at the same moment', async () => {
    const { id } = await mintAccount(test.db);
    const key = unique('welcome');
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => grant(id, 100, key)));
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(1);
    expect(await totals(id)).toMatchObject({ balance: 100, held: 0 });
  });

  it('never sets more aside than there is', async () => {
    const { id } = await mintAccount(test.db, { beli: 100 });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => hold(id, 30)));
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'not_enough')).toHaveLength(17);
    expect(await totals(id)).toMatchObject({ balance: 100, held: 90 });
  });

  it('has nothing for an account without a ledger, and knows a repeat when nothing is left', async () => {
    const { id } = await mintAccount(test.db);
    expect(await hold(id, 1)).toBe('not_enough');
    await grant(id, 10);
    const key = unique('hold');
    expect(await hold(id, 10, key)).toBe('posted');
    expect(await hold(id, 10, key)).toBe('repeated');
    expect(await hold(id, 1)).toBe('not_enough');
  });
});
