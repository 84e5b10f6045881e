import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { coupon, couponRecord, order } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { readCouponCodeSearch, readCouponRecordSearch, readCouponSearch } from '@/lib/domain/admin/coupon-search';
import { fen } from '@/lib/domain/money';
import { type MintedCoupon, mintCode, mintCoupon } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, only, unique } from '@/tests/support/factories';
import { mintPendingOrder } from '@/tests/support/order-factories';

const held = vi.hoisted((): { db?: Database } => ({}));
vi.mock('./admin-db', () => ({ adminDb: async () => held.db }));

const [{ listCoupons }, { findCoupon, findCouponForm }, records, { listCouponCodes, exportCouponCodes }] =
  await Promise.all([
    import('./coupons'),
    import('./coupon-detail'),
    import('./coupon-records'),
    import('./coupon-codes'),
  ]);
const { listCouponRecords, exportCouponRecords } = records;

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  held.db = db;
});
afterAll(() => db.$client.end());

const NOW = new Date('2026-06-15T04:00:00Z');
const TODAY = '2026-06-15';

describe('the list of coupons', () => {
  const names = async (search: Record<string, string>) =>
    (await listCoupons(readCouponSearch(search), NOW)).rows.map(({ name }) => name);

  it('is filtered by name, kind, product, channel and state', async () => {
    const [tag, course] = [unique('列表'), await mintCourse(db)];
    const name = (what: string) => `${tag}-${what}`;
    await mintCoupon(db, { name: name('now') });
    await mintCoupon(db, { name: name('soon'), columns: { claimFrom: '2026-06-16' } });
    await mintCoupon(db, { name: name('over'), columns: { claimUntil: '2026-06-14' } });
    await mintCoupon(db, { name: name('last'), columns: { claimUntil: TODAY } });
    await mintCoupon(db, { name: name('sold'), family: { quantity: 3, claimed: 3 } });
    await mintCoupon(db, { name: name('stopped'), columns: { stoppedAt: NOW } });
    await mintCoupon(db, { name: name('bound'), productId: course.id, rule: { kind: 'percent', offPercent: 79 } });
    await mintCoupon(db, { name: name('code'), columns: { channel: 'code' } });
    const old = await mintCoupon(db, { name: name('old'), columns: { supersededAt: NOW } });
    await mintVersion(old, { name: name('new') });
    const found = async (search: Record<string, string>) =>
      (await names({ q: tag, ...search })).map((each) => each.replace(`${tag}-`, '')).toReversed();
    expect(await found({})).toEqual(['now', 'soon', 'over', 'last', 'sold', 'stopped', 'bound', 'code', 'new']);
    expect(await found({ state: 'now' })).toEqual(['now', 'last', 'bound', 'code', 'new']);
    expect(await found({ state: 'soon' })).toEqual(['soon']);
    expect(await found({ state: 'over' })).toEqual(['over']);
    expect(await found({ state: 'sold_out' })).toEqual(['sold']);
    expect(await found({ state: 'stopped' })).toEqual(['stopped']);
    expect(await found({ kind: 'percent' })).toEqual(['bound']);
    expect(await found({ bound: 'yes' })).toEqual(['bound']);
    expect(await found({ bound: 'no', state: 'soon' })).toEqual(['soon']);
    expect(await found({ channel: 'code' })).toEqual(['code']);
    expect((await listCoupons(readCouponSearch({ q: tag }), NOW)).total).toBe(9);
  });
});

async function mintVersion(old: MintedCoupon, part: Partial<MintedCoupon>): Promise<MintedCoupon> {
  await db.update(coupon).set({ supersededAt: NOW }).where(eq(coupon.id, old.id));
  const { id: _id, createdAt: _at, ...rest } = old;
  const next = { ...rest, version: old.version + 1, supersededAt: null, ...part };
  return only(await db.insert(coupon).values(next).returning());
}

async function mintCopies(of: MintedCoupon, accountIds: readonly number[], part: object = {}): Promise<number[]> {
  const { id: couponId, familyId } = of;
  const days = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
  const rows = await db
    .insert(couponRecord)
    .values(accountIds.map((accountId) => ({ number: unique('r'), couponId, familyId, accountId, ...days, ...part })))
    .returning();
  return rows.map(({ id }) => id);
}

/** Two versions; of the first one copy is unused and one expired by its date alone, one locked, two used; of the second one used. */
async function mintStory() {
  const [course, other] = [await mintCourse(db), await mintCourse(db)];
  const accounts = await Promise.all(Array.from({ length: 6 }, () => mintAccount(db)));
  const ids = accounts.map(({ id }) => id);
  const first = await mintCoupon(db, { productId: course.id });
  const [free = 0, late = 0, locked = 0, used = 0, refunded = 0] = await mintCopies(first, ids.slice(0, 5));
  await db.update(couponRecord).set({ validUntil: '2026-06-14' }).where(eq(couponRecord.id, late));
  const second = await mintVersion(first, { productId: null, valueFen: fen(500) });
  const [whole = 0] = await mintCopies(second, ids.slice(3, 4), { ordinal: 2, source: 'grant' });

  const line = (couponRecordId: number) => ({ product: course, couponRecordId, lineDiscountFen: 1000 });
  await mintPendingOrder(db, ids[2] ?? 0, [line(locked)]);
  const both = await mintPendingOrder(
    db,
    ids[3] ?? 0,
    [
      { ...line(used), orderDiscountFen: 300 },
      { product: other, orderDiscountFen: 200 },
    ],
    { orderCouponRecordId: whole },
  );
  const paid = await mintPendingOrder(db, ids[4] ?? 0, [line(refunded)]);
  for (const { id } of [both, paid]) await markPaid(id);
  return { familyId: first.familyId, accounts, both, paid, free, late, second };
}

/** The one fact these figures ask for; how an order comes to be paid is tried elsewhere. */
async function markPaid(orderId: number): Promise<void> {
  await db.update(order).set({ status: 'paid', paidAt: NOW }).where(eq(order.id, orderId));
  await db.update(couponRecord).set({ status: 'used', usedAt: NOW }).where(eq(couponRecord.orderId, orderId));
}

describe('one coupon', () => {
  it('is counted as a whole and by version, each order’s cash once', async () => {
    const { familyId, both, paid } = await mintStory();
    const found = await findCoupon(familyId, NOW);
    expect(found?.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(found?.figures.versions.get(1)).toEqual({
      claimed: 5,
      unused: 1,
      locked: 1,
      used: 2,
      expired: 1,
      discountFen: 2000,
      revenueFen: both.cashFen + paid.cashFen,
    });
    expect(found?.figures.versions.get(2)).toMatchObject({ claimed: 1, discountFen: 500, revenueFen: both.cashFen });
    expect(found?.figures.whole).toEqual({
      claimed: 6,
      unused: 1,
      locked: 1,
      used: 3,
      expired: 1,
      discountFen: 2500,
      revenueFen: both.cashFen + paid.cashFen,
    });
  });

  it('nobody has a copy of has figures, too', async () => {
    const { familyId } = await mintCoupon(db);
    const found = await findCoupon(familyId, NOW);
    expect(found?.figures.whole).toMatchObject({ claimed: 0, discountFen: 0, revenueFen: 0 });
    expect(found).toMatchObject({ state: 'now', codes: 0, grants: [], audit: [] });
    expect(await findCoupon(999_999_999, NOW)).toBeNull();
  });

  it('knows whether its current version was promised to anybody', async () => {
    const first = await mintCoupon(db);
    await mintCopies(first, [(await mintAccount(db)).id]);
    expect((await findCouponForm(first.familyId))?.hasCopies).toBe(true);
    await mintVersion(first, {});
    expect((await findCouponForm(first.familyId))?.hasCopies).toBe(false);
  });
});

describe('the copies of a coupon', () => {
  it('are filtered by account, state, source and version, by their dates', async () => {
    const { familyId, accounts, free, late, second } = await mintStory();
    const ids = async (search: Record<string, string>) =>
      (await listCouponRecords(familyId, readCouponRecordSearch(search), NOW)).rows.map(({ id }) => id);
    expect(await ids({})).toHaveLength(6);
    expect(await ids({ status: 'unused' })).toEqual([free]);
    expect(await ids({ status: 'expired' })).toEqual([late]);
    expect(await ids({ status: 'used' })).toHaveLength(3);
    expect(await ids({ source: 'grant' })).toHaveLength(1);
    expect(await ids({ version: String(second.version) })).toHaveLength(1);
    expect(await ids({ q: accounts[3]?.username ?? '' })).toHaveLength(2);
    expect(await ids({ q: 'nobody' })).toEqual([]);
    const { rows } = await listCouponRecords(familyId, readCouponRecordSearch({ status: 'expired' }), NOW);
    expect(rows).toMatchObject([{ status: 'expired', version: 1, orderNo: null }]);
  });

  it('are exported all, batch by batch', async () => {
    const minted = await mintCoupon(db);
    await db.execute(sql`
      insert into account (username, nickname, password_hash)
      select ${minted.familyId} || 'e' || n, 'e', 'no password' from generate_series(1, 2300) n`);
    await db.execute(sql`
      insert into coupon_record (number, coupon_id, family_id, account_id, valid_from, valid_until)
      select 'E' || id || '-' || ${minted.id}, ${minted.id}, ${minted.familyId}, id, '2026-01-01', '2026-12-31'
      from account where username like ${`${minted.familyId}e%`}`);
    const sizes: number[] = [];
    const seen = new Set<number>();
    for await (const rows of await exportCouponRecords(minted.familyId, readCouponRecordSearch({}), NOW)) {
      sizes.push(rows.length);
      for (const { id } of rows) seen.add(id);
    }
    expect(sizes).toEqual([1000, 1000, 300]);
    expect(seen.size).toBe(2300);
  });
});

describe('the codes of a coupon', () => {
  it('are those of all its versions, filtered by their beginning and what is left', async () => {
    const minted = await mintCoupon(db);
    const [fresh, used] = [await mintCode(db, minted), await mintCode(db, minted, 2)];
    await db.execute(sql`update coupon_code set uses = 2 where code = ${used}`);
    const codes = async (search: Record<string, string>) =>
      (await listCouponCodes(minted.familyId, readCouponCodeSearch(search))).rows.map(({ code }) => code);
    expect(await codes({})).toEqual([used, fresh]);
    expect(await codes({ state: 'left' })).toEqual([fresh]);
    expect(await codes({ state: 'used' })).toEqual([used]);
    expect(await codes({ q: fresh.slice(0, 12).toLowerCase() })).toEqual([fresh]);
    const exported: string[] = [];
    for await (const rows of await exportCouponCodes(minted.familyId, readCouponCodeSearch({ state: 'left' }))) {
      exported.push(...rows.map(({ code }) => code));
    }
    expect(exported).toEqual([fresh]);
  });
});
