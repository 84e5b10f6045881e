import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { order, pricePolicy, product, settlement, settlementLine } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { findLinesAgain } from '@/lib/data/order-again';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { startAgain } from './start-again';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

async function endedOrder() {
  const student = await mintAccount(db);
  const [kept, gone] = [await mintCourse(db), await mintCourse(db)];
  const placed = await mintPendingOrder(db, student.id, [{ product: gone }, { product: kept }]);
  await db.update(order).set({ status: 'expired', closedAt: new Date() }).where(eq(order.id, placed.id));
  return { student, kept, gone, ...placed };
}

const openLines = (accountId: number) =>
  db
    .select({ productId: settlementLine.productId })
    .from(settlementLine)
    .innerJoin(settlement, eq(settlement.id, settlementLine.settlementId))
    .where(and(eq(settlement.accountId, accountId), eq(settlement.status, 'open')))
    .orderBy(asc(settlementLine.position));

it('opens a settlement of the same lines', async () => {
  const { student, kept, gone, orderNo } = await endedOrder();
  expect(await startAgain(studentCtx(db, student), { orderNo })).toEqual({ ok: true, value: null });
  expect((await openLines(student.id)).map((line) => line.productId)).toEqual([gone.id, kept.id]);
});

it('leaves out what is no longer sold, which the page names', async () => {
  const { student, kept, gone, orderNo } = await endedOrder();
  await db.update(pricePolicy).set({ withdrawnAt: new Date() }).where(eq(pricePolicy.id, gone.policy.id));
  const again = await findLinesAgain(db, student.id, orderNo);
  expect(again.map(({ name, problem }) => [name, problem])).toEqual([
    [gone.name, 'policy_withdrawn'],
    [kept.name, null],
  ]);
  expect((await startAgain(studentCtx(db, student), { orderNo })).ok).toBe(true);
  expect((await openLines(student.id)).map((line) => line.productId)).toEqual([kept.id]);
});

it('names everything when nothing is left, and opens nothing', async () => {
  const { student, kept, gone, orderNo } = await endedOrder();
  for (const { id } of [kept, gone]) await db.update(product).set({ status: 'offline' }).where(eq(product.id, id));
  const refused = await startAgain(studentCtx(db, student), { orderNo });
  expect(refused).toMatchObject({ ok: false, error: { code: 'PRODUCT_NOT_ON_SALE' } });
  if (!refused.ok) expect(refused.error.detail).toContain(`「${gone.name}」课程已下线`);
  expect(await openLines(student.id)).toEqual([]);
});

it("is for one's own orders that ended unpaid", async () => {
  const { orderNo } = await endedOrder();
  const stranger = await mintAccount(db);
  expect(await startAgain(studentCtx(db, stranger), { orderNo })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const pending = await mintPendingOrder(db, stranger.id, [{ product: await mintCourse(db) }]);
  expect(await startAgain(studentCtx(db, stranger), pending)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
