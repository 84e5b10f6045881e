import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { account, beliEntry, coupon, couponRecord, invite, message } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { mintCoupon } from '@/tests/support/coupon-factories';
import { only } from '@/tests/support/factories';
import { mintPaidInvite, setRule } from '@/tests/support/invite-factories';
import { mintBinding } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { brokenInvariants } from '@/tests/support/shop-invariants';
import { payRewards } from './pay-rewards';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
beforeEach(() => setRule(test.db));
afterAll(() => test.db.$client.end());

const PAID = new Date('2026-03-02T04:00:00Z');
const after = (days: number) => new Date(PAID.getTime() + days * 86_400_000);
const run = (now: Date) => payRewards(systemCtx(test.db, { now }));
const readInvite = async (id: number) => only(await test.db.select().from(invite).where(eq(invite.id, id)));
const entriesOf = (id: number) =>
  test.db
    .select()
    .from(beliEntry)
    .where(eq(beliEntry.businessKey, `invite:${id}:inviter`));
const copiesOf = (accountId: number, couponId: number) =>
  test.db
    .select()
    .from(couponRecord)
    .where(eq(couponRecord.accountId, accountId))
    .then((rows) => rows.filter((row) => row.couponId === couponId));

describe('when', () => {
  it('the time for a refund is over, both get it once, and hear of it', async () => {
    const { inviter, invitee, id, paid } = await mintPaidInvite(test.db, PAID);
    await mintBinding(test.db, inviter.id);
    await run(new Date(after(7).getTime() - 1));
    expect(await readInvite(id)).toMatchObject({ rewardedAt: null });
    await run(after(7));
    await run(after(8));
    expect(await readInvite(id)).toMatchObject({
      rewardedAt: after(7),
      orderId: paid.placed.id,
      inviterReward: { kind: 'beli', beli: 50 },
      inviteeReward: { kind: 'beli', beli: 30 },
    });
    expect(await entriesOf(id)).toMatchObject([{ accountId: inviter.id, delta: 50, kind: 'grant' }]);
    const told = await test.db
      .select()
      .from(message)
      .where(eq(message.cause, `invite:${id}:rewarded`))
      .orderBy(message.accountId);
    expect(told.map(({ accountId, status }) => ({ accountId, status }))).toEqual([
      { accountId: inviter.id, status: 'queued' },
      { accountId: invitee.id, status: 'waiting_for_bind' },
    ]);
    expect(await brokenInvariants(test.db)).toEqual([]);
  });

  it('several workers look at once, it is paid once', async () => {
    const invites = [await mintPaidInvite(test.db, PAID), await mintPaidInvite(test.db, PAID)];
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => run(after(9))));
    for (const { id } of invites) {
      expect(await readInvite(id)).toMatchObject({ rewardedAt: after(9) });
      expect(await entriesOf(id)).toHaveLength(1);
    }
    expect(outcomes.reduce((sum, { rewarded }) => sum + rewarded, 0)).toBe(invites.length);
    expect(await brokenInvariants(test.db)).toEqual([]);
  });

  it('everything was given back, it does not count; nor while a refund is running', async () => {
    const whole = await mintPaidInvite(test.db, PAID);
    const refundId = await whole.paid.approved('all');
    const asked = await mintPaidInvite(test.db, PAID);
    await asked.paid.ask([asked.paid.lineA.id]);
    await run(after(9));
    expect(await readInvite(whole.id)).toMatchObject({ rewardedAt: null });
    expect(await readInvite(asked.id)).toMatchObject({ rewardedAt: null });
    await whole.paid.send(refundId);
    await run(after(10));
    expect(await readInvite(whole.id)).toMatchObject({ rewardedAt: null });
  });

  it('a part was given back, it counts', async () => {
    const part = await mintPaidInvite(test.db, PAID);
    await part.paid.send(await part.paid.approved([part.paid.lineA.id]));
    await run(after(9));
    expect(await readInvite(part.id)).toMatchObject({ rewardedAt: after(9) });
  });

  it('no rule is active, invitations wait for one', async () => {
    await setRule(test.db, { isActive: false });
    const { id } = await mintPaidInvite(test.db, PAID);
    await run(after(30));
    expect(await readInvite(id)).toMatchObject({ rewardedAt: null });
    await setRule(test.db);
    await run(after(31));
    expect(await readInvite(id)).toMatchObject({ rewardedAt: after(31) });
  });
});

describe('what', () => {
  it('a disabled inviter gets nothing, the invitee their own', async () => {
    const { inviter, id } = await mintPaidInvite(test.db, PAID);
    await test.db.update(account).set({ disabledAt: PAID }).where(eq(account.id, inviter.id));
    await run(after(9));
    expect(await readInvite(id)).toMatchObject({ inviterReward: { kind: 'none' }, inviteeReward: { kind: 'beli' } });
    expect(await entriesOf(id)).toEqual([]);
  });

  it('coupons are given as copies; whoever has all they may have gets none, and nothing hangs', async () => {
    const { id: couponId, name } = await mintCoupon(test.db);
    const coupons = { inviterBeli: null, inviteeBeli: null, inviterCouponId: couponId, inviteeCouponId: couponId };
    await setRule(test.db, { inviterKind: 'coupon', inviteeKind: 'coupon', ...coupons });
    const first = await mintPaidInvite(test.db, PAID);
    await run(after(9));
    const reward = { kind: 'coupon', couponId, name };
    expect(await readInvite(first.id)).toMatchObject({ inviterReward: reward, inviteeReward: reward });
    expect(await copiesOf(first.inviter.id, couponId)).toMatchObject([{ source: 'grant', status: 'unused' }]);
    const second = await mintPaidInvite(test.db, PAID);
    await test.db.update(invite).set({ inviterId: first.inviter.id }).where(eq(invite.id, second.id));
    await run(after(9));
    expect(await readInvite(second.id)).toMatchObject({ inviterReward: { kind: 'none' }, inviteeReward: reward });
    expect(await copiesOf(first.inviter.id, couponId)).toHaveLength(1);
  });

  it('a coupon that was stopped leaves the invitation open, and nobody has anything of it', async () => {
    const { id: couponId } = await mintCoupon(test.db);
    await setRule(test.db, { inviterKind: 'coupon', inviterBeli: null, inviterCouponId: couponId });
    const { id, invitee } = await mintPaidInvite(test.db, PAID);
    await test.db.update(coupon).set({ stoppedAt: PAID }).where(eq(coupon.id, couponId));
    expect(await run(after(9))).toMatchObject({ not_grantable: 1 });
    expect(await readInvite(id)).toMatchObject({ rewardedAt: null, inviteeReward: null });
    const given = await test.db
      .select()
      .from(beliEntry)
      .where(eq(beliEntry.businessKey, `invite:${id}:invitee`));
    expect(given).toEqual([]);
    expect(await copiesOf(invitee.id, couponId)).toEqual([]);
    await setRule(test.db);
    await run(after(10));
    expect(await readInvite(id)).toMatchObject({ rewardedAt: after(10) });
  });
});
