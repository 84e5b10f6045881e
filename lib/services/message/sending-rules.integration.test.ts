import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  message,
  messageTemplate,
  mutedTopic,
  noticeSetting,
  subscribePermit,
  wechatQuota,
  wechatUser,
} from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { MessageContent } from '@/lib/domain/message';
import { fen } from '@/lib/domain/money';
import type { SendKind } from '@/lib/domain/wechat/send-kind';
import type { WechatOutcome } from '@/lib/gateways/wechat/gateway';
import { mintAccount, unique } from '@/tests/support/factories';
import { fakeWechat, refusal } from '@/tests/support/fake-wechat';
import { CARD, mintBinding, mintMessage, readMessage, sendJobOf, TEXT } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { claimBatch, claimMessage } from './claim-message';
import { recoverMessages } from './recover-messages';
import { sendClaimed } from './send-claimed';
import { sendMessage } from './send-message';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

// 12:00 in Beijing.
const NOW = new Date('2026-03-10T04:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const MIDNIGHT = new Date('2026-03-10T16:01:00Z');

const PAID: MessageContent = {
  kind: 'notice',
  notice: 'order_paid',
  path: '/learn',
  facts: { orderNo: '20260310', courses: ['Go'], cashFen: fen(100), at: NOW.toISOString() },
};
const WITH_CARD: MessageContent = { kind: 'text', text: '明晚八点直播', fallback: CARD };

/** A service account with a bound student, who wrote or acted when told. */
async function scene(options: { wroteAt?: Date; actedAt?: Date } = {}) {
  const student = await mintAccount(test.db);
  const user = await mintBinding(test.db, student.id);
  const seen = { lastWroteAt: options.wroteAt ?? null, lastActedAt: options.actedAt ?? null };
  await test.db.update(wechatUser).set(seen).where(eq(wechatUser.id, user.id));
  const appId = unique('wx');
  const wechat = fakeWechat({ appId });
  const ctx = (now = NOW) => systemCtx(test.db, { now, gateways: wechat.gateways });
  const put = async (content: MessageContent, answers: readonly WechatOutcome<string>[] = []) => {
    const { id } = await mintMessage(test.db, student.id, { content, dueAt: NOW });
    wechat.sends.push(...answers);
    const send = (now = NOW) => sendMessage(ctx(now), { messageId: id });
    return { id, send, read: () => readMessage(test.db, id), job: () => sendJobOf(test.db, id) };
  };
  const quota = async (kind: SendKind) => {
    const which = and(eq(wechatQuota.appId, appId), eq(wechatQuota.kind, kind));
    const [row] = await test.db.select().from(wechatQuota).where(which);
    return row;
  };
  const permits = async (templateId: string, left?: number) => {
    const which = and(eq(subscribePermit.wechatUserId, user.id), eq(subscribePermit.templateId, templateId));
    if (left !== undefined) {
      await test.db.insert(subscribePermit).values({ wechatUserId: user.id, templateId, left, changedAt: NOW });
    }
    const [row] = await test.db.select().from(subscribePermit).where(which);
    return row?.left ?? 0;
  };
  return { student, user, appId, wechat, ctx, put, quota, permits };
}

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
    .values({ notice, isOn: true, templateId: chosen, updatedAt: NOW })
    .onConflictDoUpdate({ target: noticeSetting.notice, set: { templateId: chosen, isOn: true } });
  return { chosen, carrier };
}

describe('the quota', () => {
  it('is counted by kind and day', async () => {
    const { put, quota } = await scene();
    await (await put(CARD)).send();
    await (await put(CARD)).send();
    await (await put(TEXT)).send();
    expect(await quota('template')).toMatchObject({ used: 2, day: '2026-03-10', blockedUntil: null });
    expect(await quota('custom')).toMatchObject({ used: 1 });
    await (await put(CARD)).send(after(86_400));
    expect(await quota('template')).toMatchObject({ used: 1, day: '2026-03-11' });
  });

  it('that the platform says is used up stops the kind until midnight in Beijing, and no other', async () => {
    const { wechat, put, quota } = await scene();
    await (await put(CARD, [refusal(45009, 'quota')])).send();
    const next = await put(CARD);
    await next.send(after(60));
    expect(wechat.sent).toHaveLength(1);
    const { status, attempts, dueAt, firstSentAt, reason } = await next.read();
    expect({ status, attempts, firstSentAt }).toEqual({ status: 'queued', attempts: 0, firstSentAt: null });
    expect(reason).toContain('额度');
    expect(dueAt?.getTime()).toBeGreaterThanOrEqual(MIDNIGHT.getTime());
    expect(await next.job()).toEqual(dueAt);
    expect(await quota('template')).toMatchObject({ blockedUntil: MIDNIGHT });
    const text = await put(TEXT);
    await text.send(after(60));
    expect(await text.read()).toMatchObject({ status: 'accepted' });
    await next.send(new Date(MIDNIGHT.getTime() + 1000));
    expect(await next.read()).toMatchObject({ status: 'accepted', attempts: 1 });
  });

  it('of the minute stops it for a minute', async () => {
    const { wechat, put } = await scene();
    await (await put(CARD, [refusal(45011, 'busy')])).send();
    const next = await put(CARD);
    await next.send(after(59));
    expect(wechat.sent).toHaveLength(1);
    await next.send(after(61));
    expect(await next.read()).toMatchObject({ status: 'accepted' });
  });

  it('that we know is used up is not tried', async () => {
    const { appId, wechat, put, quota } = await scene();
    await test.db.insert(wechatQuota).values({ appId, kind: 'template', day: '2026-03-10', used: 100_000 });
    const card = await put(CARD);
    await card.send();
    expect(wechat.sent).toEqual([]);
    expect(await quota('template')).toMatchObject({ used: 100_000 });
    expect(await card.read()).toMatchObject({ status: 'queued' });
  });

  it('is given back for what never left', async () => {
    const { put, quota } = await scene();
    await (await put(CARD, [{ kind: 'unsent', reason: 'no connection' }])).send();
    expect(await quota('template')).toMatchObject({ used: 0 });
  });

  it('is never passed by many at once', async () => {
    const { appId, wechat, put, quota } = await scene();
    await test.db.insert(wechatQuota).values({ appId, kind: 'template', day: '2026-03-10', used: 99_995 });
    const cards = await Promise.all(Array.from({ length: 20 }, () => put(CARD)));
    await Promise.all(cards.map(({ send }) => send()));
    expect(wechat.sent).toHaveLength(5);
    expect(await quota('template')).toMatchObject({ used: 100_000 });
  });
});

describe('a text that comes too late', () => {
  it.each([
    ['not heard of', {}],
    ['silent for 48 hours', { wroteAt: after(-48 * 3600) }],
    ['active two minutes ago', { actedAt: after(-120) }],
  ])('goes as its card to someone %s, without being tried', async (_, seen) => {
    const { wechat, put } = await scene(seen);
    const { id, send, read } = await put(WITH_CARD);
    const { clientMsgId } = await readMessage(test.db, id);
    await send();
    const now = await read();
    expect(now).toMatchObject({ status: 'accepted', fellBackAt: NOW, sentAs: 'template', kind: 'text' });
    expect(now.clientMsgId).not.toBe(clientMsgId);
    expect(wechat.sent).toMatchObject([{ content: CARD.data, clientMsgId: now.clientMsgId }]);
  });

  it.each([
    ['wrote', { wroteAt: after(-3600) }],
    ['acted', { actedAt: after(-30) }],
  ])('or not goes as it is to someone who just %s', async (_, seen) => {
    const { wechat, put } = await scene(seen);
    const { send, read } = await put(WITH_CARD);
    await send();
    expect(wechat.sent).toMatchObject([{ content: '明晚八点直播' }]);
    expect(await read()).toMatchObject({ status: 'accepted', fellBackAt: null, sentAs: 'custom' });
  });

  it.each([45015, 45047])('by WeChat’s own word (%i) falls back at once', async (errcode) => {
    const { wechat, put } = await scene({ wroteAt: after(-3600) });
    const { id, send, read, job } = await put(WITH_CARD, [refusal(errcode)]);
    const { clientMsgId } = await readMessage(test.db, id);
    await send();
    expect(await read()).toMatchObject({ status: 'queued', dueAt: NOW, fellBackAt: NOW, firstSentAt: null });
    expect(await job()).toEqual(NOW);
    await send(after(1));
    const now = await read();
    expect(now).toMatchObject({ status: 'accepted', attempts: 2, sentAs: 'template' });
    expect(wechat.sent).toMatchObject([{ clientMsgId: null }, { clientMsgId: now.clientMsgId }]);
    expect(now.clientMsgId).not.toBe(clientMsgId);
  });

  it('without a card fails', async () => {
    const { put } = await scene();
    const { send, read } = await put(TEXT, [refusal(45015)]);
    await send();
    expect(await read()).toMatchObject({ status: 'failed', fellBackAt: null });
  });

  it('whose sender died goes again under the id of its card', async () => {
    const { wechat, ctx, put } = await scene();
    const { send, read } = await put(WITH_CARD, [{ kind: 'unknown', reason: 'no answer' }]);
    await send();
    const first = await read();
    expect(first).toMatchObject({ status: 'queued', fellBackAt: NOW });
    await test.db.update(message).set({ status: 'sending', sendingSince: NOW }).where(eq(message.id, first.id));
    await recoverMessages(ctx(after(200)));
    expect(await read()).toMatchObject({ status: 'queued' });
    await send(after(201));
    expect(new Set(wechat.sent.map(({ clientMsgId }) => clientMsgId))).toEqual(new Set([first.clientMsgId]));
  });
});

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
    const sending = { status: 'sending', sendingSince: NOW, firstSentAt: NOW, attempts: 1 } as const;
    const { user } = await scene();
    const on = { ...sending, wechatUserId: user.id };
    await test.db
      .update(message)
      .set({ ...on, sentAs: 'subscribe' })
      .where(eq(message.id, id));
    await recoverMessages(ctx(after(200)));
    expect(await read()).toMatchObject({ status: 'unknown' });
    await test.db
      .update(message)
      .set({ ...on, sentAs: null })
      .where(eq(message.id, id));
    await recoverMessages(ctx(after(200)));
    expect(await read()).toMatchObject({ status: 'queued' });
  });
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
    await send(after(60));
    expect(await read()).toMatchObject({ status: 'accepted', sentAs: 'template' });
  });

  it('that may have gone as a template goes as one again', async () => {
    const { chosen } = await mintTemplates('course_expiring');
    const { wechat, put, permits } = await scene();
    const { send, read } = await put(ENDS, [{ kind: 'unknown', reason: 'no answer' }]);
    await send();
    await permits(chosen, 1);
    await send(after(60));
    expect(await read()).toMatchObject({ status: 'accepted', sentAs: 'template' });
    expect(new Set(wechat.sent.map(({ clientMsgId }) => clientMsgId)).size).toBe(1);
  });
});

describe('what must not be sent any more', () => {
  it('is cancelled when the student does not want to hear of it', async () => {
    const { student, wechat, put } = await scene();
    await test.db.insert(mutedTopic).values({ accountId: student.id, topic: 'order' });
    const { send, read } = await put(PAID);
    await send();
    expect(wechat.sent).toEqual([]);
    expect(await read()).toMatchObject({ status: 'cancelled', reason: '学员已关闭此类通知' });
  });

  it('is cancelled when the notice is off', async () => {
    const { wechat, put } = await scene();
    await test.db.insert(noticeSetting).values({ notice: 'enrolled', isOn: false, updatedAt: NOW });
    const { send, read } = await put({ ...PAID, notice: 'enrolled' });
    await send();
    expect(wechat.sent).toEqual([]);
    expect(await read()).toMatchObject({ status: 'cancelled', reason: '该通知已停用' });
  });
});

describe('a code', () => {
  const CODE: MessageContent = {
    kind: 'notice',
    notice: 'password_code',
    path: '/forgot-password',
    facts: { code: '314159', minutes: 10 },
  };
  const codeOf = (content: MessageContent) =>
    content.kind === 'notice' && content.notice === 'password_code' ? content.facts.code : 'none';

  async function coded(answers: readonly WechatOutcome<string>[] = []) {
    await test.db.delete(messageTemplate).where(eq(messageTemplate.notice, 'password_code'));
    const fields = [{ name: 'character_string1', label: '验证码' }];
    const template = { templateId: unique('T'), title: '验证码', fields, notice: 'password_code' } as const;
    await test.db.insert(messageTemplate).values(template);
    const one = await scene();
    const put = await one.put(CODE, answers);
    await test.db.update(message).set({ topic: 'security', createdAt: NOW }).where(eq(message.id, put.id));
    return { ...one, ...put };
  }

  it('is blanked once WeChat took it, and no mute holds it up', async () => {
    const { student, wechat, send, read } = await coded();
    await test.db.insert(mutedTopic).values({ accountId: student.id, topic: 'security' });
    await send();
    expect(wechat.sent).toMatchObject([{ content: { character_string1: '314159' } }]);
    const { status, content } = await read();
    expect([status, codeOf(content)]).toEqual(['accepted', null]);
  });

  it('is blanked when it failed, and kept while it is tried again', async () => {
    const { send, read } = await coded([refusal(-1, 'busy'), refusal(43004)]);
    await send();
    expect(codeOf((await read()).content)).toBe('314159');
    await send(after(60));
    const { status, content } = await read();
    expect([status, codeOf(content)]).toEqual(['failed', null]);
  });

  it('is not sent after its ten minutes', async () => {
    const { wechat, send, read } = await coded();
    await send(after(600));
    const { status, reason, content } = await read();
    expect([status, reason, codeOf(content)]).toEqual(['cancelled', '验证码已过期', null]);
    expect(wechat.sent).toEqual([]);
  });

  it('nobody sends any more is blanked by the clock', async () => {
    const { ctx, id, read } = await coded();
    await recoverMessages(ctx(after(599)));
    expect(codeOf((await read()).content)).toBe('314159');
    await recoverMessages(ctx(after(600)));
    const { status, content } = await read();
    expect([status, codeOf(content)]).toEqual(['cancelled', null]);
    await test.db.update(message).set({ content: CODE, reason: '已解除绑定' }).where(eq(message.id, id));
    await recoverMessages(ctx(NOW));
    expect(codeOf((await read()).content)).toBeNull();
  });
});

it('a batch stops at the refusal of a quota, and what was not tried loses no attempt', async () => {
  const { wechat, ctx, put } = await scene();
  const many = await Promise.all(Array.from({ length: 6 }, () => put(CARD)));
  wechat.sends.push({ kind: 'ok', value: '1' }, { kind: 'ok', value: '2' }, refusal(45009, 'quota'));
  const claimed = [];
  for (const { id } of many) {
    const one = await claimMessage(ctx(), id);
    if (one) claimed.push(one);
  }
  await sendClaimed(ctx(), claimed);
  expect(wechat.sent).toHaveLength(3);
  const rows = await Promise.all(many.map(({ read }) => read()));
  expect(rows.map(({ status, attempts }) => `${status} ${attempts}`)).toEqual([
    'accepted 1',
    'accepted 1',
    'queued 1',
    'queued 0',
    'queued 0',
    'queued 0',
  ]);
  expect(await claimBatch(ctx(), { campaignId: 0, limit: 5 })).toEqual([]);
});
