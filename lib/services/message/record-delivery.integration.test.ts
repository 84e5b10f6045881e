import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, subscribePermit } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { mintAccount, unique } from '@/tests/support/factories';
import { CARD, mintBinding, mintMessage, readMessage } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { recordDelivery } from './record-delivery';
import { recordPermits } from './record-permits';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const NOW = new Date('2026-03-10T04:00:00Z');
let numbers = 2n ** 62n;

async function accepted() {
  const student = await mintAccount(test.db);
  const user = await mintBinding(test.db, student.id);
  const { id } = await mintMessage(test.db, student.id);
  numbers += 1n;
  const msgid = String(numbers);
  const took = { status: 'accepted', msgid, acceptedAt: NOW, wechatUserId: user.id } as const;
  await test.db.update(message).set(took).where(eq(message.id, id));
  return { id, msgid, user, read: () => readMessage(test.db, id) };
}

const record = (msgid: string, status: string, looked = 0) =>
  test.db.transaction((tx) =>
    recordDelivery({ ...systemCtx(test.db, { now: NOW }), db: tx }, { msgid, status }, looked),
  );

const jobs = (msgid: string) =>
  test.db.execute<{ runAt: string }>(
    sql`select run_at as "runAt" from graphile_worker.jobs where key = ${`delivery:${msgid}`}`,
  );

describe('TEMPLATESENDJOBFINISH', () => {
  it('says that a message was delivered', async () => {
    const { msgid, read } = await accepted();
    await record(msgid, 'success');
    expect(await read()).toMatchObject({ status: 'delivered', deliveredAt: NOW });
  });

  it.each(['failed:user block', 'failed: system failed', 'failed:freq limit'])(
    'says why it was not: %s',
    async (why) => {
      const { msgid, read } = await accepted();
      await record(msgid, why);
      expect(await read()).toMatchObject({ status: 'failed', reason: why, deliveredAt: null });
    },
  );

  it('is heard once', async () => {
    const { msgid, read } = await accepted();
    await record(msgid, 'success');
    await record(msgid, 'failed:user block');
    expect(await read()).toMatchObject({ status: 'delivered' });
  });

  it('that comes before the outcome is committed is looked at again, not for ever', async () => {
    const msgid = unique('9').replace(/\D/g, '');
    await record(msgid, 'success');
    expect(await jobs(msgid)).toMatchObject([{ runAt: expect.stringContaining('04:00:04') }]);
    await record(msgid, 'success', 1);
    expect(await jobs(msgid)).toMatchObject([{ runAt: expect.stringContaining('04:00:08') }]);
    const lost = `${msgid}7`;
    await record(lost, 'success', 9);
    expect(await jobs(lost)).toEqual([]);
  });
});

describe('what a person says to a 订阅通知', () => {
  const hear = (wechatUserId: number, event: string, templateId: string, status: string) =>
    test.db.transaction((tx) =>
      recordPermits(
        { ...systemCtx(test.db, { now: NOW }), db: tx },
        { wechatUserId, event, items: [{ templateId, status }] },
      ),
    );
  const left = async (wechatUserId: number) => {
    const rows = await test.db.select().from(subscribePermit).where(eq(subscribePermit.wechatUserId, wechatUserId));
    return rows.map((row) => row.left);
  };

  it('counts each permission, and forgets them when it is turned off', async () => {
    const { user } = await accepted();
    await hear(user.id, 'subscribe_msg_popup_event', 'S', 'reject');
    expect(await left(user.id)).toEqual([]);
    await hear(user.id, 'subscribe_msg_popup_event', 'S', 'accept');
    await hear(user.id, 'subscribe_msg_popup_event', 'S', 'accept');
    expect(await left(user.id)).toEqual([2]);
    await hear(user.id, 'subscribe_msg_change_event', 'S', 'reject');
    expect(await left(user.id)).toEqual([0]);
  });

  it.each([
    ['success', 'delivered'],
    ['failed:user block', 'failed'],
  ])('and what became of the one that was sent: %s', async (status, expected) => {
    const { id, user, read } = await accepted();
    await test.db
      .update(message)
      .set({ content: { ...CARD, kind: 'subscribe' }, kind: 'subscribe' })
      .where(eq(message.id, id));
    await test.db.update(message).set({ sentAs: 'subscribe', templateId: 'S', msgid: null }).where(eq(message.id, id));
    await hear(user.id, 'subscribe_msg_sent_event', 'S', status);
    expect(await read()).toMatchObject({ status: expected });
  });
});
