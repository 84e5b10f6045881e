import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, message, messageTemplate, mutedTopic, noticeSetting } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { MessageContent } from '@/lib/domain/message';
import { fen } from '@/lib/domain/money';
import type { WechatOutcome } from '@/lib/gateways/wechat/gateway';
import { unique } from '@/tests/support/factories';
import { refusal } from '@/tests/support/fake-wechat';
import { mintCarrier, TEXT } from '@/tests/support/message-factories';
import { afterNoon, NOON, sendingScene } from '@/tests/support/sending-scene';
import { recoverMessages } from './recover-messages';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());
const scene = (seen?: Parameters<typeof sendingScene>[1]) => sendingScene(test.db, seen);

const PAID: MessageContent = {
  kind: 'notice',
  notice: 'order_paid',
  path: '/learn',
  facts: { orderNo: '20260310', courses: ['Go'], cashFen: fen(100), at: NOON.toISOString() },
};

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
    await test.db.insert(noticeSetting).values({ notice: 'enrolled', isOn: false, updatedAt: NOON });
    const { send, read } = await put({ ...PAID, notice: 'enrolled' });
    await send();
    expect(wechat.sent).toEqual([]);
    expect(await read()).toMatchObject({ status: 'cancelled', reason: '该通知已停用' });
  });
});

describe('what the school sends to many', () => {
  it('does not reach an account that was disabled meanwhile; what became of its money does', async () => {
    const { student, wechat, put } = await scene();
    await mintCarrier(test.db, 'order_paid');
    const [news, paid] = [await put(TEXT), await put(PAID)];
    await test.db.update(message).set({ topic: 'news' }).where(eq(message.id, news.id));
    await test.db.update(account).set({ disabledAt: NOON }).where(eq(account.id, student.id));
    await news.send();
    expect(await news.read()).toMatchObject({ status: 'cancelled', reason: '账号已停用' });
    await paid.send();
    expect(await paid.read()).toMatchObject({ status: 'accepted' });
    expect(wechat.sent).toHaveLength(1);
  });
});

describe('what was about to end', () => {
  const at = (day: string) => new Date(`${day}T16:00:00Z`);
  const ENDING = [
    {
      kind: 'notice',
      notice: 'course_expiring',
      path: '/learn',
      facts: { course: 'Go', endsOn: '2026-03-12' },
    },
    {
      kind: 'notice',
      notice: 'coupon_expiring',
      path: '/account/coupons',
      facts: { coupon: '新人券', endsOn: '2026-03-12', count: 1 },
    },
  ] as const satisfies readonly MessageContent[];

  it.each(ENDING)('is told of on its last day in Beijing, and not afterwards ($notice)', async (content) => {
    await test.db.delete(messageTemplate).where(eq(messageTemplate.notice, content.notice));
    const fields = [{ name: 'thing1', label: content.notice === 'coupon_expiring' ? '优惠券' : '课程' }];
    await test.db
      .insert(messageTemplate)
      .values({ templateId: unique('T'), title: '到期', fields, notice: content.notice });
    const { put } = await scene();
    const [inTime, late] = [await put(content), await put(content)];
    await inTime.send(new Date(at('2026-03-12').getTime() - 1000));
    expect(await inTime.read()).toMatchObject({ status: 'accepted' });
    await late.send(at('2026-03-12'));
    expect(await late.read()).toMatchObject({ status: 'cancelled', reason: '已经过期，不再提醒' });
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
    await test.db.update(message).set({ topic: 'security', createdAt: NOON }).where(eq(message.id, put.id));
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

  it('goes even if its notice was turned off: somebody asked for it', async () => {
    const { send, read } = await coded();
    await test.db.insert(noticeSetting).values({ notice: 'password_code', isOn: false, updatedAt: NOON });
    await send();
    expect(await read()).toMatchObject({ status: 'accepted' });
    await test.db.delete(noticeSetting).where(eq(noticeSetting.notice, 'password_code'));
  });

  it('is blanked when it failed, and kept while it is tried again', async () => {
    const { send, read } = await coded([refusal(-1, 'busy'), refusal(43004)]);
    await send();
    expect(codeOf((await read()).content)).toBe('314159');
    await send(afterNoon(60));
    const { status, content } = await read();
    expect([status, codeOf(content)]).toEqual(['failed', null]);
  });

  it('is not sent after its ten minutes', async () => {
    const { wechat, send, read } = await coded();
    await send(afterNoon(600));
    const { status, reason, content } = await read();
    expect([status, reason, codeOf(content)]).toEqual(['cancelled', '验证码已过期', null]);
    expect(wechat.sent).toEqual([]);
  });

  it('nobody sends any more is blanked by the clock', async () => {
    const { ctx, id, read } = await coded();
    await recoverMessages(ctx(afterNoon(599)));
    expect(codeOf((await read()).content)).toBe('314159');
    await recoverMessages(ctx(afterNoon(600)));
    const { status, content } = await read();
    expect([status, codeOf(content)]).toEqual(['cancelled', null]);
    await test.db.update(message).set({ content: CODE, reason: '已解除绑定' }).where(eq(message.id, id));
    await recoverMessages(ctx(NOON));
    expect(codeOf((await read()).content)).toBeNull();
  });
});
