import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLog } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { mintAccount, studentCtx } from '@/tests/support/factories';
import { mintFullOrder } from '@/tests/support/payment-factories';
import { mintPaidOrder, readRefundLines, valueOf } from '@/tests/support/refund-factories';
import { approveRefund } from './approve-refund';
import { rejectRefund } from './reject-refund';
import { requestRefund } from './request-refund';
import { startRefund } from './start-refund';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
const auditOf = (refundId: number) =>
  test.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subjectId, String(refundId)));

describe('asking for a refund', () => {
  it('freezes the shares of the lines; no money moves', async () => {
    const { ask, lineA, refunds, world, asStudent } = await mintPaidOrder(test.db);
    const before = await world();
    const { refundId } = valueOf(await ask([lineA.id]));
    expect(await refunds()).toMatchObject([
      { id: refundId, status: 'requested', kind: 'lines', source: 'student', requestedBy: asStudent.actor.id },
    ]);
    expect(await refunds()).toMatchObject([{ cashFen: lineA.cashFen, beli: lineA.beli, attempts: 0 }]);
    expect(await readRefundLines(test.db, refundId)).toMatchObject([{ orderLineId: lineA.id, isActive: true }]);
    expect(await world()).toEqual(before);
  });

  it('twice at the same moment is one refund; another line may be asked for beside it', async () => {
    const { ask, lineA, lineB, refunds } = await mintPaidOrder(test.db);
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask([lineA.id])));
    expect(answers.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['ok', 'LINE_NOT_REFUNDABLE']));
    expect(codeOf(await ask([lineA.id, lineB.id]))).toBe('LINE_NOT_REFUNDABLE');
    expect(codeOf(await ask('all'))).toBe('ok');
    expect(codeOf(await ask('all'))).toBe('LINE_NOT_REFUNDABLE');
    const made = await refunds();
    expect(made).toHaveLength(2);
    expect(made[1]?.cashFen).toBe(lineB.cashFen);
    expect(new Set(made.map(({ outRequestNo }) => outRequestNo)).size).toBe(2);
    for (const { outRequestNo } of made) expect(outRequestNo).toMatch(/^[A-Za-z0-9_]{1,64}$/);
  });

  it('is possible for seven days after the payment; an administrator may start one later', async () => {
    const paidAt = new Date('2026-03-10T04:00:00Z');
    const { ask, asStudent, admin, lineA, placed } = await mintPaidOrder(test.db, { now: paidAt });
    const over = new Date('2026-03-17T04:00:00Z');
    expect(codeOf(await ask('all', { ...asStudent, now: over }))).toBe('REFUND_WINDOW_OVER');
    expect(codeOf(await ask([lineA.id], { ...asStudent, now: new Date(over.getTime() - 1) }))).toBe('ok');
    const late = { ...admin, now: new Date('2027-01-01T00:00:00Z') };
    const start = () => startRefund(late, { orderNo: placed.orderNo, lineIds: 'all', reason: '课程停办' });
    expect(codeOf(await start())).toBe('ok');
    expect(codeOf(await start())).toBe('LINE_NOT_REFUNDABLE');
  });

  it("is refused for a stranger's order, an unpaid one, and lines that are not of the order", async () => {
    const { placed, ask, lineA } = await mintPaidOrder(test.db);
    const other = await mintPaidOrder(test.db);
    const stranger = studentCtx(test.db, await mintAccount(test.db));
    const { orderNo } = placed;
    expect(codeOf(await requestRefund(stranger, { orderNo, lineIds: 'all', reason: '要' }))).toBe('NOT_FOUND');
    expect(codeOf(await ask([other.lineA.id]))).toBe('LINE_NOT_REFUNDABLE');
    expect(codeOf(await ask([lineA.id, other.lineA.id]))).toBe('LINE_NOT_REFUNDABLE');
    expect(codeOf(await ask([]))).toBe('LINE_NOT_REFUNDABLE');
    const unpaid = await mintFullOrder(test.db);
    const input = { orderNo: unpaid.placed.orderNo, lineIds: 'all', reason: '要' } as const;
    expect(codeOf(await requestRefund(studentCtx(test.db, unpaid.student), input))).toBe('ORDER_NOT_REFUNDABLE');
  });
});

describe('deciding', () => {
  it('two administrators at once: one decides, once, and there is one job', async () => {
    const { ask, admin, refunds } = await mintPaidOrder(test.db);
    const { refundId } = valueOf(await ask('all'));
    const decide = (turn: number) =>
      turn % 2 === 0
        ? approveRefund(admin, { refundId, lineIds: 'all' })
        : rejectRefund(admin, { refundId, reason: '不行' });
    const answers = (await Promise.all(Array.from({ length: 10 }, (_, turn) => decide(turn)))).map(codeOf);
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(answers.filter((code) => code === 'REFUND_DECIDED')).toHaveLength(9);
    expect(['approved', 'rejected']).toContain((await refunds())[0]?.status);
    expect(await auditOf(refundId)).toHaveLength(1);
  });

  it('agrees to some lines: the refund keeps those, the others may be asked for again', async () => {
    const { ask, admin, lineA, lineB, refunds } = await mintPaidOrder(test.db);
    const { refundId } = valueOf(await ask('all'));
    expect(codeOf(await approveRefund(admin, { refundId, lineIds: [] }))).toBe('LINE_NOT_REFUNDABLE');
    valueOf(await approveRefund(admin, { refundId, lineIds: [lineB.id] }));
    expect(await refunds()).toMatchObject([{ status: 'approved', cashFen: lineB.cashFen, beli: lineB.beli }]);
    expect(codeOf(await ask([lineB.id]))).toBe('LINE_NOT_REFUNDABLE');
    expect(codeOf(await ask([lineA.id]))).toBe('ok');
  });

  it('rejects with a reason; the lines may be asked for again', async () => {
    const { ask, admin, refunds } = await mintPaidOrder(test.db);
    const { refundId } = valueOf(await ask('all'));
    valueOf(await rejectRefund(admin, { refundId, reason: '已学完大半' }));
    expect(await refunds()).toMatchObject([{ status: 'rejected', decision: '已学完大半' }]);
    expect(codeOf(await ask('all'))).toBe('ok');
  });

  it('is for administrators', async () => {
    const { ask, asStudent, placed } = await mintPaidOrder(test.db);
    const { refundId } = valueOf(await ask('all'));
    expect(codeOf(await approveRefund(asStudent, { refundId, lineIds: 'all' }))).toBe('FORBIDDEN');
    expect(codeOf(await rejectRefund(asStudent, { refundId, reason: 'x' }))).toBe('FORBIDDEN');
    const input = { orderNo: placed.orderNo, lineIds: 'all', reason: 'x' } as const;
    expect(codeOf(await startRefund(asStudent, input))).toBe('FORBIDDEN');
  });
});
