import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { MessageContent } from '@/lib/domain/message';
import { fen } from '@/lib/domain/money';
import type { WechatOutcome } from '@/lib/gateways/wechat/gateway';
import { mintAccount, unique } from '@/tests/support/factories';
import { fakeWechat, refusal } from '@/tests/support/fake-wechat';
import {
  CARD,
  mintBinding,
  mintCarrier,
  mintMessage,
  readMessage,
  sendJobOf,
  TEXT,
} from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { sendMessage } from './send-message';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const NOW = new Date('2026-03-10T04:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const unknown = { kind: 'unknown', reason: 'no answer' } as const;
const unsent = { kind: 'unsent', reason: 'no connection' } as const;

/** A queued message to a bound student, and what WeChat will answer. */
async function scene(content: MessageContent = CARD, answers: readonly WechatOutcome<string>[] = []) {
  const student = await mintAccount(test.db);
  const user = await mintBinding(test.db, student.id);
  const minted = await mintMessage(test.db, student.id, { content, dueAt: NOW });
  // A service account of its own: its quotas are.
  const wechat = fakeWechat({ appId: unique('wx') });
  wechat.sends.push(...answers);
  const send = (now = NOW) =>
    sendMessage(systemCtx(test.db, { now, gateways: wechat.gateways }), { messageId: minted.id });
  return { ...minted, student, user, wechat, send, read: () => readMessage(test.db, minted.id) };
}

describe('what WeChat took', () => {
  it('is accepted, with its number as text', async () => {
    const { user, wechat, clientMsgId, send, read } = await scene();
    await send();
    const { openid } = user;
    expect(wechat.sent).toEqual([{ openid, content: { thing1: 'Python 全栈开发' }, clientMsgId }]);
    expect(await read()).toMatchObject({
      status: 'accepted',
      msgid: '2305843009213693952',
      attempts: 1,
      wechatUserId: user.id,
      acceptedAt: NOW,
      reason: null,
    });
  });

  it('of a text has no number', async () => {
    const { user, wechat, send, read } = await scene(TEXT);
    await send();
    expect(wechat.sent).toEqual([{ openid: user.openid, content: '明晚八点直播', clientMsgId: null }]);
    expect(await read()).toMatchObject({ status: 'accepted', msgid: null });
  });

  it('is sent once, however many jobs there are', async () => {
    const { wechat, send } = await scene();
    await Promise.all(Array.from({ length: 20 }, () => send()));
    await send();
    expect(wechat.sent).toHaveLength(1);
  });
});

describe('what WeChat refused', () => {
  it('for good has failed, with the reason', async () => {
    const { send, read, id } = await scene(CARD, [refusal(43004)]);
    await send();
    expect(await read()).toMatchObject({ status: 'failed', reason: '43004 no rid: 1-2-3', firstSentAt: NOW });
    expect(await sendJobOf(test.db, id)).toBeUndefined();
  });

  it.each([
    ['busy', refusal(-1, 'busy'), 30, 38],
    ['out of its daily quota', refusal(45009, 'quota'), 12 * 3600 + 60, 13 * 3600 + 60],
    ['refusing our configuration', refusal(40164, 'configuration'), 3600, 4500],
    ['refusing two tokens', refusal(40001, 'token'), 30, 38],
    ['not reached', unsent, 30, 38],
  ])('when %s goes later', async (_, answer, earliest, latest) => {
    const { send, read, id } = await scene(TEXT, [answer]);
    await send();
    const { status, dueAt, firstSentAt } = await read();
    expect({ status, firstSentAt }).toEqual({ status: 'queued', firstSentAt: null });
    expect(dueAt?.getTime()).toBeGreaterThanOrEqual(after(earliest).getTime());
    expect(dueAt?.getTime()).toBeLessThanOrEqual(after(latest).getTime());
    expect(await sendJobOf(test.db, id)).toEqual(dueAt);
  });

  it('twelve times is given up', async () => {
    const { send, read } = await scene(
      TEXT,
      Array.from({ length: 20 }, () => refusal(-1, 'busy')),
    );
    for (let hour = 0; hour < 20; hour += 1) await send(after(hour * 7200));
    expect(await read()).toMatchObject({ status: 'failed', attempts: 12 });
  });
});

describe('what may have arrived', () => {
  it('of a text is never sent again', async () => {
    const { wechat, send, read, id } = await scene(TEXT, [unknown]);
    await send();
    await send(after(60));
    expect(await read()).toMatchObject({ status: 'unknown', reason: 'no answer' });
    expect(wechat.sent).toHaveLength(1);
    expect(await sendJobOf(test.db, id)).toBeUndefined();
  });

  it('of a card is sent again under the same client_msg_id', async () => {
    const { wechat, send, read } = await scene(CARD, [unknown]);
    await send();
    expect(await read()).toMatchObject({ status: 'queued', firstSentAt: NOW });
    await send(after(40));
    expect(await read()).toMatchObject({ status: 'accepted', attempts: 2, firstSentAt: NOW });
    expect(new Set(wechat.sent.map(({ clientMsgId }) => clientMsgId)).size).toBe(1);
  });

  it('of a card is not sent again once the platform has forgotten the first sending', async () => {
    const { wechat, send, read } = await scene(CARD, [unknown]);
    await send();
    await send(after(9 * 60));
    expect(await read()).toMatchObject({ status: 'unknown' });
    expect(wechat.sent).toHaveLength(1);
  });

  it('counts from the first sending, not from the last', async () => {
    const { wechat, send, read } = await scene(
      CARD,
      Array.from({ length: 9 }, () => unknown),
    );
    for (const seconds of [0, 60, 200, 400]) await send(after(seconds));
    expect(await read()).toMatchObject({ status: 'unknown', attempts: 4, firstSentAt: NOW });
    expect(wechat.sent).toHaveLength(4);
  });

  it('does not begin with a refusal: that one certainly did not arrive', async () => {
    const { send, read } = await scene(CARD, [refusal(-1, 'busy'), unknown]);
    await send();
    await send(after(3600));
    expect(await read()).toMatchObject({ status: 'queued', firstSentAt: after(3600) });
  });

  it('does not end with a refusal either', async () => {
    const { send, read } = await scene(CARD, [unknown, refusal(45009, 'quota')]);
    await send();
    await send(after(40));
    expect(await read()).toMatchObject({ status: 'unknown' });
  });
});

describe('what cannot be said within the limits', () => {
  it.each([
    ['a field', { ...CARD, data: { character_string1: '订单 17' } }, '字段 character_string1 的内容不合要求'],
    ['an empty text', { kind: 'text', text: '\u0007 \u200b' }, '内容为空'],
  ] as const)('(%s) fails without being tried', async (_, content, reason) => {
    const { wechat, send, read } = await scene(content);
    await send();
    expect(await read()).toMatchObject({ status: 'failed', reason });
    expect(wechat.sent).toEqual([]);
  });

  it('is cut where cutting does no harm', async () => {
    const { wechat, send } = await scene({ ...CARD, data: { thing1: `${'课'.repeat(30)}\u0007` } });
    await send();
    expect(wechat.sent[0]?.content).toEqual({ thing1: `${'课'.repeat(19)}…` });
  });
});

describe('a notice', () => {
  const NOTICE: MessageContent = {
    kind: 'notice',
    notice: 'order_paid',
    path: '/learn',
    facts: { orderNo: '20260310', courses: ['Python 全栈开发'], cashFen: fen(19900), at: NOW.toISOString() },
  };

  it('goes in the template that carries it, and waits while there is none', async () => {
    const { wechat, send, read } = await scene(NOTICE);
    await send();
    expect(wechat.sent).toEqual([]);
    expect(await read()).toMatchObject({ status: 'queued', reason: '还没有可用的消息模板', firstSentAt: null });
    await mintCarrier(test.db, 'order_paid');
    await send(after(60));
    expect(wechat.sent[0]?.content).toEqual({ character_string1: '20260310', thing2: 'Python 全栈开发' });
    expect(await read()).toMatchObject({ status: 'accepted' });
  });
});

describe('the recipient', () => {
  it('is whoever the account is bound to when it is sent', async () => {
    const { student, user, wechat, send } = await scene();
    await test.db.update(wechatUser).set({ accountId: null, boundAt: null }).where(eq(wechatUser.id, user.id));
    const { openid } = await mintBinding(test.db, student.id);
    await send();
    expect(wechat.sent).toMatchObject([{ openid }]);
  });

  it('who unbound meanwhile gets nothing', async () => {
    const { user, wechat, send, read } = await scene();
    await test.db.update(wechatUser).set({ accountId: null, boundAt: null }).where(eq(wechatUser.id, user.id));
    await send();
    expect(wechat.sent).toEqual([]);
    expect(await read()).toMatchObject({ status: 'cancelled', reason: '已解除绑定' });
  });
});

it('a worker that slept too long does not overwrite what another one did meanwhile', async () => {
  const { id, student, send, read } = await scene();
  const wechat = fakeWechat({
    sendTemplate: async () => {
      await test.db.update(message).set({ status: 'queued' }).where(eq(message.id, id));
      await send(after(200));
      return refusal(43004);
    },
  });
  await sendMessage(systemCtx(test.db, { now: NOW, gateways: wechat.gateways }), { messageId: id });
  expect(await read()).toMatchObject({ status: 'accepted', attempts: 2, accountId: student.id });
});
