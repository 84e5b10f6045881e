import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/auth/password';
import { judgeCoupon, readCouponRule } from '@/lib/domain/coupon';
import { fen } from '@/lib/domain/money';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { Database } from '../client';
import * as table from '../schema';
import { testDatabase } from '../test-database';
import { seedDatabase } from './main';

// Still the evening of 4 March in UTC, already the 5th in Shanghai.
const NOW = new Date('2026-03-04T17:30:00Z');

let db: Database;

beforeAll(async () => {
  ({ db } = await testDatabase());
  await seedDatabase(db, { demo: true, now: NOW });
});

describe('demo accounts', () => {
  test('sign in with their published passwords', async () => {
    const accounts = await db.select().from(table.account);
    for (const { username, passwordHash, isDemo } of accounts) {
      expect(isDemo).toBe(true);
      expect(await verifyPassword(passwordHash ?? '', `${username}123456`)).toBe(true);
    }
  });

  test('nami is a mentor', async () => {
    const [row] = await db
      .select({ role: table.teacher.role, username: table.account.username })
      .from(table.teacher)
      .innerJoin(table.account, eq(table.account.id, table.teacher.accountId));
    expect(row).toEqual({ role: 'mentor', username: 'nami' });
  });

  test('贝里 balances are what the ledger says', async () => {
    const rows = await db.execute(sql`
      select a.username, b.balance, b.held, (select sum(e.delta)::int from beli_entry e where e.account_id = a.id) as given
      from beli_account b join account a on a.id = b.account_id order by b.balance`);
    expect([...rows]).toEqual([
      { username: 'zoro', balance: 200, held: 0, given: 200 },
      { username: 'luffy', balance: 1500, held: 0, given: 1500 },
    ]);
  });

  test("luffy's wallet holds every case, counted in its families", async () => {
    const rows = await db
      .select()
      .from(table.couponRecord)
      .innerJoin(table.coupon, eq(table.coupon.id, table.couponRecord.couponId))
      .innerJoin(table.account, eq(table.account.id, table.couponRecord.accountId))
      .where(eq(table.account.username, 'luffy'));
    const cases = rows.map(({ coupon, coupon_record: record }) => {
      const { name, productId } = coupon;
      const wallet = { ...record, recordId: record.id, rule: readCouponRule(coupon), name, productId, orderNo: null };
      const verdict = judgeCoupon(wallet, productId, fen(50_000), shanghaiDay(NOW));
      return `${coupon.kind} ${productId === null ? 'order' : 'line'} ${verdict.usable ? 'usable' : verdict.refusal.reason}`;
    });
    expect(cases.sort()).toEqual([
      'fixed line usable',
      'fixed order expired',
      'fixed order usable',
      'percent line usable',
      'percent order usable',
      'threshold order not_yet_valid',
      'threshold order usable',
    ]);
    const miscounted = await db.execute(sql`
      select f.id from coupon_family f
      where f.claimed <> (select count(*) from coupon_record r where r.family_id = f.id)`);
    expect([...miscounted]).toEqual([]);
  });

  test('are left out of a shop that is for real', async () => {
    const { db: real } = await testDatabase();
    await seedDatabase(real, { demo: false, now: NOW });
    expect(await real.$count(table.product)).toBe(27);
    expect(await real.$count(table.account)).toBe(0);
  });
});
