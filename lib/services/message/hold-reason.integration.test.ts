import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, messageTemplate, mutedTopic, noticeSetting } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { MessageContent } from '@/lib/domain/message';
import { fen } from '@/lib/domain/money';
import type { WechatOutcome } from '@/lib/gateways/wechat/gateway';
import { unique } from '@/tests/support/factories';
import { refusal } from '@/tests/support/fake-wechat';
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
