import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconciliationCase } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { addDays, type Day } from '@/lib/domain/shanghai-day';
import { settleOrder } from '@/lib/services/order/settle-order';
import { sendRefund } from '@/lib/services/refund/send-refund';
import { startRefund } from '@/lib/services/refund/start-refund';
import { adminCtx } from '@/tests/support/account-factories';
import { mintAccount, mintCourse } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { mintFullOrder, systemCtx } from '@/tests/support/payment-factories';
import {
  type BillLines,
  found,
  hourOf,
  readCases,
  readDay,
  readEntries,
  reconcileWith,
} from '@/tests/support/reconciliation';
import { mintPaidOrder, valueOf } from '@/tests/support/refund-factories';
import { sweepDays } from './sweep-days';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

/** Every test has a day of its own. */
let last = '2026-01-01';
const nextDay = (): Day => {
  last = addDays(last, 10);
  return last;
};

/** An order that was paid at noon of the day. */
async function paidOn(day: Day, hour = 12) {
  const { attempt, approved, send, lineA, refunds } = await mintPaidOrder(test.db, { now: hourOf(day, hour) });
  const { outTradeNo, amountFen } = attempt;
  return {
    payment: { outTradeNo, amountFen },
    /** One of its lines, given back in the same hour. */
    refundLine: async () => {
      await send(await approved([lineA.id]));
      const [made] = await refunds();
      return { outTradeNo, amountFen: -(made?.cashFen ?? 0), outRequestNo: made?.outRequestNo ?? '' };
    },
  };
}

const run = (day: Day, lines: BillLines) => reconcileWith(test.db, day, found(lines));
const kinds = async (day: Day) => (await readCases(test.db, day)).map(({ kind, status }) => `${kind} ${status}`);

describe('a day is compared', () => {
  it('all agree: no case, and the totals of the bill', async () => {
    const day = nextDay();
    const { payment, refundLine } = await paidOn(day);
    const other = await paidOn(day);
    const refund = await refundLine();
    expect(await run(day, [payment, other.payment, refund])).toBe('matched');
    expect(await readCases(test.db, day)).toEqual([]);
    expect(await readDay(test.db, day)).toMatchObject({
      status: 'matched',
      payments: 2,
      refunds: 1,
      matched: 3,
      paymentsFen: payment.amountFen + other.payment.amountFen,
      refundsFen: -refund.amountFen,
      failure: null,
    });
  });

  it('every kind of difference is a case of its own, with both amounts', async () => {
    const day = nextDay();
    const [agrees, missing, differs] = [await paidOn(day), await paidOn(day), await paidOn(day)];
    const refund = await agrees.refundLine();
    const foreign = { outTradeNo: 'FOREIGN_1', amountFen: 8800 };
    const foreignRefund = { outTradeNo: agrees.payment.outTradeNo, amountFen: -1, outRequestNo: 'NOT_OURS' };
    await run(day, [agrees.payment, { ...differs.payment, amountFen: 1 }, foreign, foreignRefund]);
    const cases = await readCases(test.db, day);
    expect(new Map(cases.map(({ subject, kind, ourFen, theirFen }) => [subject, [kind, ourFen, theirFen]]))).toEqual(
      new Map([
        [`payment:${missing.payment.outTradeNo}`, ['ours_only', missing.payment.amountFen, null]],
        [`payment:${differs.payment.outTradeNo}`, ['amount_differs', differs.payment.amountFen, 1]],
        ['payment:FOREIGN_1', ['theirs_only', null, 8800]],
        [`refund:${agrees.payment.outTradeNo}:NOT_OURS`, ['theirs_only', null, -1]],
        [`refund:${refund.outTradeNo}:${refund.outRequestNo}`, ['ours_only', refund.amountFen, null]],
      ]),
    );
    expect(await readDay(test.db, day)).toMatchObject({ matched: 1 });
  });

  it('again: the same cases under the same ids, and what agrees by now is closed by itself', async () => {
    const day = nextDay();
    const { payment } = await paidOn(day);
    const wrong = [
      { ...payment, amountFen: 1 },
      { outTradeNo: 'FOREIGN_2', amountFen: 5 },
    ];
    await run(day, wrong);
    const before = await readCases(test.db, day);
    await Promise.all([run(day, wrong), run(day, wrong)]);
    expect(await readCases(test.db, day)).toEqual(before);
    expect(await readEntries(test.db, day)).toHaveLength(2);
    await run(day, [payment]);
    expect(await kinds(day)).toEqual(['theirs_only closed', 'amount_differs closed']);
    await run(day, wrong);
    expect(await readCases(test.db, day)).toEqual(before);
  });

  it('what a person closed stays closed, until it is about another amount', async () => {
    const day = nextDay();
    await run(day, [{ outTradeNo: 'FOREIGN_3', amountFen: 5 }]);
    const { id } = await mintAccount(test.db, { role: 'admin' });
    const closed = { status: 'closed', outcome: 'closed', closedBy: id, closedAt: new Date() } as const;
    await test.db.update(reconciliationCase).set(closed).where(eq(reconciliationCase.day, day));
    await run(day, [{ outTradeNo: 'FOREIGN_3', amountFen: 5 }]);
    expect(await kinds(day)).toEqual(['theirs_only closed']);
    await run(day, [{ outTradeNo: 'FOREIGN_3', amountFen: 6 }]);
    expect(await kinds(day)).toEqual(['theirs_only open']);
  });

  it('money nobody told us of is theirs alone; a row that comes twice agrees once', async () => {
    const day = nextDay();
    const { attempt } = await mintFullOrder(test.db, { now: hourOf(day, 12) });
    const { payment } = await paidOn(day);
    const untold = { outTradeNo: attempt.outTradeNo, amountFen: attempt.amountFen };
    await run(day, [untold, payment, payment]);
    const cases = await readCases(test.db, day);
    expect(new Map(cases.map(({ subject, kind, paymentId }) => [subject, [kind, paymentId]]))).toEqual(
      new Map([
        [`payment:${attempt.outTradeNo}`, ['theirs_only', attempt.id]],
        [`payment:${payment.outTradeNo}#2`, ['theirs_only', null]],
      ]),
    );
  });

  it('across midnight: paid before it for them and after it for us, and the other way round', async () => {
    const day = nextDay();
    const { payment } = await paidOn(addDays(day, 1), 0);
    await run(day, [payment]);
    await run(addDays(day, 1), [{ outTradeNo: 'FOREIGN_4', amountFen: 1 }]);
    expect(await kinds(day)).toEqual([]);
    expect(await kinds(addDays(day, 1))).toEqual(['theirs_only open']);

    const other = nextDay();
    const late = await paidOn(other, 23.9);
    await run(other, []);
    expect(await kinds(other)).toEqual(['ours_only open']);
    await run(addDays(other, 1), [late.payment]);
    expect(await kinds(other)).toEqual(['ours_only closed']);
  });
});

describe('a bill that is not there', () => {
  it('is asked for again; a day without business is over once bills of it would be there', async () => {
    const day = nextDay();
    expect(await reconcileWith(test.db, day, { kind: 'not_exist' })).toBe('missing');
    expect(await readDay(test.db, day)).toMatchObject({ status: 'missing' });
    expect(await reconcileWith(test.db, day, { kind: 'not_exist' }, 2)).toBe('matched');
    const paid = nextDay();
    await paidOn(paid);
    expect(await reconcileWith(test.db, paid, { kind: 'not_exist' }, 2)).toBe('missing');
    expect(await readCases(test.db, paid)).toEqual([]);
  });

  it('a day on which only 贝里 went back is over like any other without money', async () => {
    const day = nextDay();
    const now = hourOf(day, 12);
    const student = await mintAccount(test.db, { beli: 100 });
    const product = await mintCourse(test.db, { prices: [[30, 1000]] });
    const { id, orderNo } = await mintPendingOrder(test.db, student.id, [{ product, beli: 100 }], { now });
    const system = systemCtx(test.db, { now });
    await test.db.transaction((tx) => settleOrder({ ...system, db: tx }, id));
    const admin = await adminCtx(test.db, now);
    const { refundId } = valueOf(await startRefund(admin, { orderNo, lineIds: 'all', reason: '停课' }));
    expect(await sendRefund(system, { refundId })).toBe('succeeded');
    expect(await reconcileWith(test.db, day, { kind: 'not_exist' }, 2)).toBe('matched');
  });

  it('never takes away what was compared before', async () => {
    const day = nextDay();
    await run(day, [{ outTradeNo: 'FOREIGN_5', amountFen: 5 }]);
    const before = await readDay(test.db, day);
    expect(await reconcileWith(test.db, day, { kind: 'not_exist' }, 2)).toBe('matched');
    expect(await readDay(test.db, day)).toEqual(before);
    const torn = {
      lines: async function* () {
        yield '#----业务明细列表----';
      },
      discard: async () => {},
    };
    expect(await reconcileWith(test.db, day, { kind: 'found', bill: torn })).toBe('unknown');
    expect(await readDay(test.db, day)).toEqual({ ...before, failure: 'no header' });
    expect(await readEntries(test.db, day)).toHaveLength(1);
    expect(await reconcileWith(test.db, day, { kind: 'unknown', reason: 'silence' })).toBe('unknown');
    expect(await readDay(test.db, day)).toMatchObject({ status: 'matched', failure: 'silence' });
  });

  it('is not asked for before its day is over', async () => {
    const day = nextDay();
    expect(await reconcileWith(test.db, day, { kind: 'unknown', reason: 'never called' }, 0)).toBe('missing');
  });

  it('is looked for every hour, for a week', async () => {
    const now = hourOf('2027-06-10', 10);
    await reconcileWith(test.db, '2027-06-08', { kind: 'not_exist' }, 2);
    await reconcileWith(test.db, '2027-06-09', { kind: 'not_exist' });
    expect(await sweepDays(systemCtx(test.db, { now }))).toBe(6);
    expect(await sweepDays(systemCtx(test.db, { now }))).toBe(6);
    const jobs = await test.db.execute<{ key: string }>(
      sql`select key from graphile_worker.jobs where key like 'bill:%' order by key`,
    );
    expect(jobs.map(({ key }) => key)).toEqual([3, 4, 5, 6, 7, 9].map((date) => `bill:2027-06-0${date}`));
  });
});

it('a bill of 20 000 rows is compared in seconds', async () => {
  const day = nextDay();
  const { payment } = await paidOn(day);
  const foreign = Array.from({ length: 20_000 }, (_, row) => ({ outTradeNo: `BULK_${row}`, amountFen: row }));
  await run(day, [payment, ...foreign]);
  expect(await readDay(test.db, day)).toMatchObject({ payments: 20_001, matched: 1 });
  expect(await test.db.$count(reconciliationCase, eq(reconciliationCase.day, day))).toBe(20_000);
}, 30_000);
