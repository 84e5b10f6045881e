import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLog, reconciliationCase } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { addDays } from '@/lib/domain/shanghai-day';
import { adminCtx } from '@/tests/support/account-factories';
import { only, studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { mintFullOrder, readEvents, readOrder, readPayments, systemCtx } from '@/tests/support/payment-factories';
import { type BillLines, found, hourOf, readCases, reconcileWith } from '@/tests/support/reconciliation';
import { mintPaidOrder } from '@/tests/support/refund-factories';
import { endOrder } from '../order/end-order';
import { queryPayment } from '../payment/query-payment';
import { closeCase } from './close-case';
import { noteCase } from './note-case';
import { refundCase } from './refund-case';
import { settleCase } from './settle-case';
import { startReconciliation } from './start-reconciliation';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

let last = '2026-01-01';
const nextDay = () => {
  last = addDays(last, 10);
  return last;
};

/** The one case that a bill with these rows opens, with an administrator who looks at it. */
async function caseOf(day: string, lines: BillLines, alipay = fakeAlipay()) {
  await reconcileWith(test.db, day, found(lines));
  const { id } = only(await readCases(test.db, day));
  const admin = { ...(await adminCtx(test.db, hourOf(addDays(day, 1), 11))), gateways: alipay.gateways };
  const read = async () => only(await test.db.select().from(reconciliationCase).where(eq(reconciliationCase.id, id)));
  return { caseId: id, admin, read };
}

const auditOf = (caseId: number) =>
  test.db
    .select({ action: auditLog.action })
    .from(auditLog)
    .where(sql`${auditLog.subjectKind} = 'case' and ${auditLog.subjectId} = ${String(caseId)}`);

/** A pending order of which the bill says that it was paid. */
async function untold() {
  const day = nextDay();
  const alipay = fakeAlipay();
  const { student, placed, attempt } = await mintFullOrder(test.db, { now: hourOf(day, 12) });
  alipay.put(attempt.outTradeNo, attempt.amountFen, 'TRADE_SUCCESS');
  const opened = await caseOf(day, [{ outTradeNo: attempt.outTradeNo, amountFen: attempt.amountFen }], alipay);
  return { ...opened, student, placed, attempt, alipay, day };
}

describe('settling', () => {
  it('enters money nobody told us of, once', async () => {
    const { admin, caseId, placed, read, attempt } = await untold();
    const answers = await Promise.all([settleCase(admin, { caseId }), settleCase(admin, { caseId })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await readOrder(test.db, placed.id)).status).toBe('paid');
    expect(await read()).toMatchObject({ status: 'closed', outcome: 'settled', closedBy: admin.actor.id });
    expect((await readEvents(test.db, attempt.outTradeNo)).map(({ verdict }) => verdict)).toContain('paid');
    expect(await auditOf(caseId)).toEqual([{ action: 'case.settle' }]);
    expect(await settleCase(admin, { caseId })).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('takes it for late where the order is over', async () => {
    const { admin, caseId, placed, read, day, student } = await untold();
    const elsewhere = systemCtx(test.db, { now: hourOf(day, 13), gateways: fakeAlipay().gateways });
    await endOrder(elsewhere, { orderId: placed.id, accountId: student.id, status: 'expired' });
    expect((await settleCase(admin, { caseId })).ok).toBe(true);
    expect((await readPayments(test.db, placed.id)).map(({ status }) => status)).toEqual(['late']);
    expect((await read()).outcome).toBe('settled');
  });

  it('stays open when Alipay says nothing, knows nothing, or says another amount', async () => {
    const { admin, caseId, read, alipay, attempt, placed } = await untold();
    alipay.goSilent();
    expect(await settleCase(admin, { caseId })).toMatchObject({ error: { code: 'GATEWAY_UNAVAILABLE' } });
    alipay.speakAgain();
    alipay.put(attempt.outTradeNo, attempt.amountFen + 1, 'TRADE_SUCCESS');
    expect(await settleCase(admin, { caseId })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await read()).status).toBe('open');
    expect((await readOrder(test.db, placed.id)).status).toBe('pending');
    const foreign = await caseOf(nextDay(), [{ outTradeNo: 'FOREIGN_S', amountFen: 5 }]);
    expect(await settleCase(foreign.admin, foreign)).toMatchObject({ error: { detail: '支付宝没有这笔交易' } });
  });

  it('finishes a refund whose outcome we did not hear', async () => {
    const day = nextDay();
    const { approved, send, alipay, attempt, lineA, refunds } = await mintPaidOrder(test.db, { now: hourOf(day, 12) });
    const refundId = await approved([lineA.id]);
    alipay.refundFaults.push('lost');
    expect(await send(refundId)).toBe('unknown');
    const [made] = await refunds();
    const { outTradeNo, amountFen } = attempt;
    const refund = { outTradeNo, amountFen: -lineA.cashFen, outRequestNo: made?.outRequestNo ?? '' };
    const { admin, caseId, read } = await caseOf(day, [{ outTradeNo, amountFen }, refund], alipay);
    expect((await settleCase(admin, { caseId })).ok).toBe(true);
    expect(await refunds()).toMatchObject([{ status: 'succeeded' }]);
    expect((await read()).outcome).toBe('settled');
  });
});

describe('a refund that we call failed', () => {
  async function failed() {
    const day = nextDay();
    const { approved, send, alipay, attempt, lineA, refunds } = await mintPaidOrder(test.db, { now: hourOf(day, 12) });
    alipay.refundFaults.push('ACQ.SELLER_BALANCE_NOT_ENOUGH');
    expect(await send(await approved([lineA.id]))).toBe('failed');
    const sent = only(alipay.refundCalls);
    const { outTradeNo, amountFen } = attempt;
    const refund = { outTradeNo, amountFen: -lineA.cashFen, outRequestNo: sent.outRequestNo };
    return { ...(await caseOf(day, [{ outTradeNo, amountFen }, refund], alipay)), alipay, sent, refunds };
  }

  it('and Alipay has made all the same is not to be made again: the administrator is told so', async () => {
    const { admin, caseId, read, alipay, sent, refunds } = await failed();
    await alipay.gateways.alipay.refund(sent);
    expect(await settleCase(admin, { caseId })).toMatchObject({
      error: { detail: expect.stringContaining('不要再退') },
    });
    expect((await read()).status).toBe('open');
    expect(await refunds()).toMatchObject([{ status: 'failed' }]);
  });

  it('and Alipay has not made either is for the page of refunds', async () => {
    const { admin, caseId } = await failed();
    expect(await settleCase(admin, { caseId })).toMatchObject({
      error: { detail: '我们的退款没有成功，请在退款页面处理' },
    });
  });
});

describe('refunding', () => {
  it('starts a refund of all that is left of the order', async () => {
    const day = nextDay();
    const { alipay, refunds, attempt } = await mintPaidOrder(test.db, { now: hourOf(day, 12) });
    const { admin, caseId, read } = await caseOf(day, [], alipay);
    expect(await refundCase(admin, { caseId, note: '账单里没有' })).toEqual({ ok: true, value: null });
    expect(await refunds()).toMatchObject([{ status: 'approved', source: 'admin', cashFen: attempt.amountFen }]);
    const closed = await read();
    expect(closed).toMatchObject({ status: 'closed', outcome: 'refunded' });
    expect(closed.note).toMatch(/^\d{4}-\d\d-\d\d 11:00 u-.*：账单里没有$/);
  });

  it('cannot give back what is not ours', async () => {
    const { admin, caseId, read } = await caseOf(nextDay(), [{ outTradeNo: 'FOREIGN_R', amountFen: 5 }]);
    expect(await refundCase(admin, { caseId, note: '?' })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await read()).status).toBe('open');
  });
});

it('notes are added, one below the other; closing needs no money', async () => {
  const { admin, caseId, read } = await caseOf(nextDay(), [{ outTradeNo: 'FOREIGN_N', amountFen: 5 }]);
  await noteCase(admin, { caseId, note: '已联系\n支付宝' });
  await closeCase(admin, { caseId, note: '测试交易' });
  await noteCase(admin, { caseId, note: '之后' });
  const { note, status, outcome } = await read();
  expect(note.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d \S+：/g, '> ')).toBe('> 已联系\n支付宝\n> 测试交易\n> 之后');
  expect([status, outcome]).toEqual(['closed', 'closed']);
  expect((await auditOf(caseId)).map(({ action }) => action)).toEqual(['case.note', 'case.close', 'case.note']);
  expect(await closeCase(admin, { caseId, note: '再来' })).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(await noteCase(admin, { caseId: 999_999, note: '?' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

it('an administrator has a day compared again, no student does', async () => {
  const { admin } = await caseOf(nextDay(), [{ outTradeNo: 'FOREIGN_A', amountFen: 5 }]);
  const day = '2026-01-05';
  expect(await startReconciliation(admin, { day })).toEqual({ ok: true, value: null });
  const jobs = await test.db.execute(sql`select 1 from graphile_worker.jobs where key = ${`bill:${day}`}`);
  expect(jobs).toHaveLength(1);
  const today = hourOf(day, 12);
  expect(await startReconciliation({ ...admin, now: today }, { day })).toMatchObject({ error: { field: 'day' } });
  const student = studentCtx(test.db, { id: 1 });
  for (const asked of [startReconciliation(student, { day }), queryPayment(student, { paymentId: 1 })]) {
    expect(await asked).toMatchObject({ error: { code: 'FORBIDDEN' } });
  }
});

it('asking about an attempt now keeps every answer verbatim, and settles', async () => {
  const alipay = fakeAlipay();
  const { attempt, placed } = await mintFullOrder(test.db);
  const admin = { ...(await adminCtx(test.db)), gateways: alipay.gateways };
  const ask = () => queryPayment(admin, { paymentId: attempt.id });
  expect(await ask()).toEqual({ ok: true, value: { verdict: 'not_exist' } });
  alipay.goSilent();
  expect(await ask()).toMatchObject({ error: { code: 'GATEWAY_UNAVAILABLE' } });
  alipay.speakAgain();
  alipay.put(attempt.outTradeNo, attempt.amountFen, 'TRADE_SUCCESS');
  expect(await ask()).toEqual({ ok: true, value: { verdict: 'paid' } });
  expect(await ask()).toEqual({ ok: true, value: { verdict: 'repeated' } });
  expect((await readOrder(test.db, placed.id)).status).toBe('paid');
  const heard = (await readEvents(test.db, attempt.outTradeNo)).map(({ verdict, body }) => `${verdict} ${body}`);
  expect(heard).toEqual(['not_exist not_exist', 'unknown silence', 'paid found', 'repeated found']);
});
