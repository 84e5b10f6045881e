import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { account, enrolmentForm } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { readAuditSearch } from '@/lib/domain/admin/audit-search';
import { readOrderSearch } from '@/lib/domain/admin/order-search';
import { readUserSearch } from '@/lib/domain/admin/user-search';
import { beli } from '@/lib/domain/money';
import { disableAccount } from '@/lib/services/admin/disable-account';
import { giveBeli } from '@/lib/services/admin/give-beli';
import { settlePayment } from '@/lib/services/payment/settle-payment';
import { adminCtx } from '@/tests/support/account-factories';
import { mintAccount, mintCourse, only, unique } from '@/tests/support/factories';
import { mintBinding } from '@/tests/support/message-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { mintFullOrder, paidTrade, systemCtx } from '@/tests/support/payment-factories';

const held = vi.hoisted((): { db?: Database } => ({}));
vi.mock('./admin-db', () => ({ adminDb: async () => held.db }));

const [{ listOrders }, { findOrder }, { listUsers }, { findUser }, { listAudit }] = await Promise.all([
  import('./orders'),
  import('./order-detail'),
  import('./users'),
  import('./user-detail'),
  import('./audit'),
]);

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  held.db = db;
});
afterAll(() => db.$client.end());

async function mintPaid() {
  const minted = await mintFullOrder(db);
  await settlePayment(systemCtx(db), {
    trade: paidTrade(minted.attempt),
    heard: { source: 'notify', body: 'buyer_id=2088' },
  });
  return minted;
}

describe('orders', () => {
  const numbers = async (search: Record<string, string>) =>
    (await listOrders(readOrderSearch(search))).rows.map((row) => row.orderNo);

  it('are found by number, user, course, state and day of placing', async () => {
    const [student, course] = [await mintAccount(db), await mintCourse(db, { name: unique('100%_课程') })];
    const placedAt = new Date('2026-03-10T15:59:59Z');
    const placed = await mintPendingOrder(db, student.id, [{ product: course }], { now: placedAt });
    for (const search of [
      { q: placed.orderNo },
      { q: placed.orderNo.slice(0, 18) },
      { q: student.username.toUpperCase() },
      { q: course.name },
      { q: student.username, status: 'pending' },
      { q: student.username, from: '2026-03-10', to: '2026-03-10' },
    ]) {
      expect({ search, found: await numbers(search) }).toEqual({ search, found: [placed.orderNo] });
    }
    for (const search of [
      { q: '100x' },
      { q: placed.orderNo.slice(1) },
      { q: student.username, status: 'paid' },
      { q: student.username, from: '2026-03-11' },
      { q: student.username, to: '2026-03-09' },
    ]) {
      expect({ search, found: await numbers(search) }).toEqual({ search, found: [] });
    }
  });

  it('come page by page, the newest first', async () => {
    const [student, course] = [await mintAccount(db), await mintCourse(db)];
    const placed: string[] = [];
    for (let index = 0; index < 26; index += 1) {
      const now = new Date(Date.UTC(2026, 0, 1, 0, index));
      placed.unshift((await mintPendingOrder(db, student.id, [{ product: course }], { now })).orderNo);
    }
    const first = await listOrders(readOrderSearch({ q: student.username }));
    expect(first).toMatchObject({ total: 26, pageCount: 2 });
    expect(first.rows.map((row) => row.orderNo)).toEqual(placed.slice(0, 25));
    expect(await numbers({ q: student.username, page: '2' })).toEqual(placed.slice(25));
    expect(await numbers({ q: student.username, page: '99' })).toEqual([]);
  });

  it('are shown whole, without what identifies the payer and with half a phone number', async () => {
    const { placed, student, first } = await mintPaid();
    await db.insert(enrolmentForm).values({
      orderId: placed.id,
      accountId: student.id,
      name: '娜美',
      phone: '13812345678',
      education: 'bachelor',
      goal: '转行',
    });
    const found = await findOrder(placed.orderNo);
    expect(found).toMatchObject({
      buyer: { id: student.id },
      moments: { status: 'paid' },
      amounts: { listFen: 79_800, lineDiscountFen: 1000, orderDiscountFen: 1000, beli: 100, cashFen: 76_800 },
      form: { phone: '138****5678' },
      payments: [{ status: 'paid', events: [{ source: 'notify', verdict: 'paid' }] }],
    });
    expect(found?.lines[0]).toMatchObject({
      name: first.name,
      lineDiscountFen: 1000,
      orderDiscountFen: 400,
      beli: 100,
    });
    expect(found?.lines[0]?.endsAt).toBeInstanceOf(Date);
    expect(JSON.stringify(found)).not.toMatch(/2088|13812345678/);
    expect(await findOrder('20240101000000000000')).toBeNull();
    expect(await findOrder('nonsense')).toBeNull();
  });
});

describe('users', () => {
  const ids = async (search: Record<string, string>) =>
    (await listUsers(readUserSearch(search))).rows.map((row) => row.id);

  it('are found by name, role, WeChat, payment and state', async () => {
    const [plain, mentor, { student: payer }] = [
      await mintAccount(db),
      await mintAccount(db, { role: 'mentor' }),
      await mintPaid(),
    ];
    await mintBinding(db, payer.id);
    await db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, mentor.id));
    expect(await ids({ q: plain.username })).toEqual([plain.id]);
    expect(await ids({ q: plain.username, role: 'mentor' })).toEqual([]);
    const cases = [
      [{ role: 'mentor' }, mentor.id],
      [{ disabled: 'yes' }, mentor.id],
      [{ bound: 'yes' }, payer.id],
      [{ paid: 'yes' }, payer.id],
    ] as const;
    for (const [search, id] of cases) {
      expect(await ids(search)).toContain(id);
      expect(await ids(search)).not.toContain(plain.id);
    }
    for (const search of [{ bound: 'no' }, { paid: 'no' }, { disabled: 'no' }]) {
      expect(await ids({ ...search, q: plain.username })).toEqual([plain.id]);
    }
    const [row] = (await listUsers(readUserSearch({ q: payer.username }))).rows;
    expect(row).toMatchObject({ isBound: true, isDisabled: false, paidOrders: 1, paidFen: 76_800 });
  });

  it('are shown with what they have', async () => {
    const { student, placed, first, second } = await mintPaid();
    const admin = await adminCtx(db);
    const requestId = randomUUID();
    await giveBeli(admin, { accountId: student.id, requestId, beli: beli(30), reason: '补偿' });
    const user = await findUser(student.id);
    expect(user).toMatchObject({
      username: student.username,
      balance: 430,
      held: 0,
      paid: { orders: 1, cashFen: 76_800 },
      orders: [{ orderNo: placed.orderNo, courses: [first.name, second.name] }],
      messages: [{ status: 'waiting_for_bind' }],
      audit: [{ action: 'account.grant-beli', actor: { id: admin.actor.id }, subjectName: student.username }],
    });
    expect(user?.enrolments.map(({ name, state }) => [name, state])).toEqual([
      [first.name, 'form'],
      [second.name, 'form'],
    ]);
    expect(user?.entries[0]).toMatchObject({ kind: 'grant', delta: 30, note: '补偿' });
    expect(await findUser(999_999_999)).toBeNull();
  });
});

describe('the audit log', () => {
  it('is searched by who, what and whom', async () => {
    const [admin, student] = [await adminCtx(db, new Date('2026-03-10T16:00:00Z')), await mintAccount(db)];
    await disableAccount(admin, { accountId: student.id });
    const { username } = only(await db.select().from(account).where(eq(account.id, admin.actor.id)));
    const subject = String(student.id);
    const found = async (search: Record<string, string>) => (await listAudit(readAuditSearch(search))).rows;
    for (const search of [
      { actor: username },
      { action: 'account.disable', kind: 'account', subject },
      { subject, from: '2026-03-11', to: '2026-03-11' },
    ]) {
      expect({ search, found: await found(search) }).toMatchObject({
        search,
        found: [{ subjectName: student.username, changes: [{ label: '停用', before: '否', after: '是' }] }],
      });
    }
    for (const search of [{ subject, action: 'account.enable' }, { subject, to: '2026-03-10' }, { actor: 'nobody' }]) {
      expect({ search, found: await found(search) }).toEqual({ search, found: [] });
    }
  });
});
