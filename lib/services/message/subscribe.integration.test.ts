import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, messageTemplate, noticeSetting } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { MessageContent } from '@/lib/domain/message';
import { unique } from '@/tests/support/factories';
import { refusal } from '@/tests/support/fake-wechat';
import { CARD } from '@/tests/support/message-factories';
import { afterNoon, NOON, sendingScene } from '@/tests/support/sending-scene';
import { claimMessage } from './claim-message';
import { recoverMessages } from './recover-messages';
import { sendClaimed } from './send-claimed';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());
const scene = (seen?: Parameters<typeof sendingScene>[1]) => sendingScene(test.db, seen);

/** Templates for a notice, of the channels named; the last one is the carrier, the first is chosen. */
async function mintTemplates(notice: 'homework_graded' | 'course_expiring' | 'coupon_expiring') {
  await test.db.delete(messageTemplate).where(eq(messageTemplate.notice, notice));
  const fields = [{ name: 'thing1', label: notice === 'coupon_expiring' ? '优惠券' : '课程' }];
  const chosen = unique('S');
  const carrier = unique('T');
  await test.db.insert(messageTemplate).values([
    { templateId: chosen, title: '订阅', fields, channel: 'subscribe' },
    { templateId: carrier, title: '模板', fields, channel: 'template', notice },
  ]);
  await test.db
    .insert(noticeSetting)
    .values({ notice, isOn: true, templateId: chosen, updatedAt: NOON })
    .onConflictDoUpdate({ target: noticeSetting.notice, set: { templateId: chosen, isOn: true } });
  return { chosen, carrier };
}

describe('a 订阅通知', () => {
  const SUBSCRIBE: MessageContent = { ...CARD, kind: 'subscribe', templateId: 'S-start' };

  it('uses one permission, and is not tried without', async () => {
    const { wechat, put, permits, quota } = await scene();
    await permits('S-start', 1);
    const first = await put(SUBSCRIBE);
    await first.send();
    expect(await first.read()).toMatchObject({ status: 'accepted', sentAs: 'subscribe', templateId: 'S-start' });
    expect(await permits('S-start')).toBe(0);
    expect(await quota('subscribe')).toMatchObject({ used: 1 });
    const second = await put(SUBSCRIBE);
    await second.send();
    expect(await second.read()).toMatchObject({
      status: 'failed',
      reason: '学员没有允许这条订阅通知（允许一次只能发一条）',
    });
    expect(wechat.sent).toHaveLength(1);
  });

  it('of ten at once on three permissions is sent three times', async () => {
    const { wechat, put, permits } = await scene();
    await permits('S-start', 3);
    const many = await Promise.all(Array.from({ length: 10 }, () => put(SUBSCRIBE)));
    await Promise.all(many.map(({ send }) => send()));
    expect(wechat.sent).toHaveLength(3);
    expect(await permits('S-start')).toBe(0);
  });

  it.each([
    ['comes back when it never left', { kind: 'unsent', reason: 'no connection' }, 1, 'queued'],
    ['comes back when it is refused', refusal(47003), 1, 'failed'],
    ['is gone when WeChat says so', refusal(43101), 0, 'failed'],
    ['is used when nobody knows', { kind: 'unknown', reason: 'no answer' }, 0, 'unknown'],
  ] as const)('whose permission %s', async (_, answer, left, status) => {
    const { put, permits } = await scene();
    await permits('S-start', 1);
    const { send, read } = await put(SUBSCRIBE, [answer]);
    await send();
    expect(await permits('S-start')).toBe(left);
    expect(await read()).toMatchObject({ status });
  });

  it('that was on its way when its sender died is never sent again', async () => {
    const { ctx, put } = await scene();
    const { id, read } = await put(SUBSCRIBE);
    const sending = { status: 'sending', sendingSince: NOON, firstSentAt: NOON, attempts: 1 } as const;
    const { user } = await scene();
    const on = { ...sending, wechatUserId: user.id };
    await test.db
      .update(message)
      .set({ ...on, sentAs: 'subscribe' })
      .where(eq(message.id, id));
    await recoverMessages(ctx(afterNoon(200)));
    expect(await read()).toMatchObject({ status: 'unknown' });
    await test.db
      .update(message)
      .set({ ...on, sentAs: null })
      .where(eq(message.id, id));
    await recoverMessages(ctx(afterNoon(200)));
    expect(await read()).toMatchObject({ status: 'queued' });
  });
});

it('a sender that slept through its own recovery sends no second 订阅通知, and uses no permission up', async () => {
  const templateId = unique('S');
  const { wechat, ctx, put, permits } = await scene();
  await permits(templateId, 2);
  const { id, read } = await put({ ...CARD, kind: 'subscribe', templateId });
  const slow = await claimMessage(ctx(), id);
  await recoverMessages(ctx(afterNoon(200)));
  const next = await claimMessage(ctx(afterNoon(201)), id);
  if (!slow || !next) throw new Error('it was not to be had');
  await sendClaimed(ctx(afterNoon(202)), [next]);
  await sendClaimed(ctx(afterNoon(203)), [slow]);
  expect(wechat.sent).toHaveLength(1);
  expect(await permits(templateId)).toBe(1);
  expect(await read()).toMatchObject({ status: 'accepted', attempts: 2 });
});

describe('a notice with a chosen 订阅通知', () => {
  const ENDS: MessageContent = {
    kind: 'notice',
    notice: 'course_expiring',
    path: '/learn',
    facts: { course: 'Go', endsOn: '2026-03-17' },
  };

  it('goes as that where it was allowed, else as the template', async () => {
    const { chosen, carrier } = await mintTemplates('course_expiring');
    const { put, permits } = await scene();
    await permits(chosen, 1);
    const [first, second] = [await put(ENDS), await put(ENDS)];
    await first.send();
    await second.send();
    expect(await first.read()).toMatchObject({ status: 'accepted', sentAs: 'subscribe', templateId: chosen });
    expect(await second.read()).toMatchObject({ status: 'accepted', sentAs: 'template', templateId: carrier });
  });

  it('goes as the template after WeChat knew of no permission', async () => {
    const { chosen } = await mintTemplates('course_expiring');
    const { put, permits } = await scene();
    await permits(chosen, 2);
    const { send, read } = await put(ENDS, [refusal(43101)]);
    await send();
    await send(afterNoon(60));
    expect(await read()).toMatchObject({ status: 'accepted', sentAs: 'template' });
  });

  it('that may have gone as a template goes as one again', async () => {
    const { chosen } = await mintTemplates('course_expiring');
    const { wechat, put, permits } = await scene();
    const { send, read } = await put(ENDS, [{ kind: 'unknown', reason: 'no answer' }]);
    await send();
    await permits(chosen, 1);
    await send(afterNoon(60));
    expect(await read()).toMatchObject({ status: 'accepted', sentAs: 'template' });
    expect(new Set(wechat.sent.map(({ clientMsgId }) => clientMsgId)).size).toBe(1);
  });
});
