import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { beliAccount, beliEntry } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { findBeliStatement } from '@/lib/data/beli';
import { readBeliSearch } from '@/lib/domain/admin/beli-search';
import { beli } from '@/lib/domain/money';
import { cancelOrder } from '@/lib/services/order/cancel-order';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { mintPendingOrder } from '@/tests/support/order-factories';

const held = vi.hoisted((): { db?: Database } => ({}));
vi.mock('./admin-db', () => ({ adminDb: async () => held.db }));
const [{ readBeliAudit }, { listBeliEntries }] = await Promise.all([import('./beli'), import('./beli-entries')]);

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  held.db = db;
});
afterAll(() => db.$client.end());

const differencesOf = async (accountId: number) =>
  (await readBeliAudit(db)).differences
    .filter((difference) => difference.accountId === accountId)
    .map(({ what, stored, recomputed, entryId }) => ({ what, stored, recomputed, entryId }));

describe('the audit of 贝里', () => {
  it('finds nothing where all went through the ledger', async () => {
    const student = await mintAccount(db, { beli: 500 });
    const course = await mintCourse(db);
    await mintPendingOrder(db, student.id, [{ product: course, beli: 100 }]);
    expect(await differencesOf(student.id)).toEqual([]);
    expect(await readBeliAudit(db)).toMatchObject({ differenceCount: 0, differences: [] });
  });

  it('finds a balance and a held part that nothing accounts for', async () => {
    const student = await mintAccount(db, { beli: 500 });
    await db
      .update(beliAccount)
      .set({ balance: beli(510), held: beli(7) })
      .where(eq(beliAccount.accountId, student.id));
    const found = await differencesOf(student.id);
    expect(found).toEqual([
      { what: 'balance', stored: 510, recomputed: 500, entryId: null },
      { what: 'held', stored: 7, recomputed: 0, entryId: null },
      { what: 'orders', stored: 7, recomputed: 0, entryId: null },
    ]);
    await restore(student.id, 500, 0);
  });

  it('finds an entry that somebody changed behind the trigger’s back, and an entry without totals', async () => {
    const student = await mintAccount(db, { beli: 500 });
    await expect(db.update(beliEntry).set({ delta: 400 }).where(eq(beliEntry.accountId, student.id))).rejects.toThrow(
      'beli_entry',
    );
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.update(beliEntry).set({ delta: 400 }).where(eq(beliEntry.accountId, student.id));
    });
    expect(await differencesOf(student.id)).toMatchObject([
      { what: 'balance', stored: 500, recomputed: 400 },
      { what: 'running', stored: 500, recomputed: 400 },
    ]);
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.delete(beliAccount).where(eq(beliAccount.accountId, student.id));
    });
    expect(await differencesOf(student.id)).toMatchObject([
      { what: 'balance', stored: 0, recomputed: 400 },
      { what: 'running', stored: 500, recomputed: 400 },
    ]);
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.delete(beliEntry).where(eq(beliEntry.accountId, student.id));
    });
  });

  it('finds what is held for no order', async () => {
    const student = await mintAccount(db, { beli: 500 });
    const placed = await mintPendingOrder(db, student.id, [{ product: await mintCourse(db), beli: 50 }]);
    await db.execute(sql`update "order" set status = 'cancelled', closed_at = now() where id = ${placed.id}`);
    expect(await differencesOf(student.id)).toEqual([{ what: 'orders', stored: 50, recomputed: 0, entryId: null }]);
    await db.execute(sql`update "order" set status = 'pending', closed_at = null where id = ${placed.id}`);
  });
});

async function restore(accountId: number, balance: number, heldNow: number): Promise<void> {
  await db
    .update(beliAccount)
    .set({ balance: beli(balance), held: beli(heldNow) })
    .where(eq(beliAccount.accountId, accountId));
}

describe('entries', () => {
  it('stand in the student’s statement with what each left, and in the dashboard’s list', async () => {
    const student = await mintAccount(db, { beli: 500 });
    const placed = await mintPendingOrder(db, student.id, [{ product: await mintCourse(db), beli: 100 }]);
    const { gateways } = fakeAlipay();
    await cancelOrder(studentCtx(db, student, { gateways }), { orderNo: placed.orderNo });
    const statement = await findBeliStatement(db, student.id, 1);
    expect(statement).toMatchObject({ balance: 500, held: 0, pageCount: 1 });
    expect(
      statement.lines.map(({ kind, delta, heldDelta, balanceAfter, heldAfter, orderNo }) => [
        kind,
        delta,
        heldDelta,
        balanceAfter,
        heldAfter,
        orderNo,
      ]),
    ).toEqual([
      ['release', 0, -100, 500, 0, placed.orderNo],
      ['hold', 0, 100, 500, 100, placed.orderNo],
      ['grant', 500, 0, 500, 0, null],
    ]);
    expect(await findBeliStatement(db, student.id, 2)).toMatchObject({ lines: [], pageCount: 1 });
    expect(await findBeliStatement(db, (await mintAccount(db)).id, 1)).toEqual({
      balance: 0,
      held: 0,
      lines: [],
      pageCount: 0,
    });
    const kinds = async (search: Record<string, string>) =>
      (await listBeliEntries(readBeliSearch(search))).rows.map(({ kind }) => kind);
    expect(await kinds({ q: student.username })).toEqual(['release', 'hold', 'grant']);
    expect(await kinds({ q: placed.orderNo })).toEqual(['release', 'hold']);
    expect(await kinds({ q: student.username, kind: 'grant' })).toEqual(['grant']);
    expect(await kinds({ q: student.username, to: '2020-01-01' })).toEqual([]);
  });
});
