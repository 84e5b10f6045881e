import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLog, message, messageTemplate, noticeSetting } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { NO_TEMPLATE } from '@/lib/domain/notice';
import type { OwnTemplate } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '@/lib/services/ctx';
import { mintAccount, studentCtx } from '@/tests/support/factories';
import { fakeWechat, refusal } from '@/tests/support/fake-wechat';
import { mintBinding, mintMessage, readMessage, readMessages } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { saveNotice } from './save-notice';
import { syncTemplates } from './sync-templates';
import { testNotice } from './test-notice';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const template = (templateId: string, title: string, content: string): OwnTemplate => ({ templateId, title, content });
const PAID = template('paid', '支付成功通知', '订单编号:{{character_string1.DATA}}');
const OTHER = template('other', '学校通知', '商品名称:{{thing1.DATA}}');
const NAMES = template('names', '姓名', '学员姓名:{{thing1.DATA}}');
const ALLOWED = template('allowed', '支付成功提醒', '商品名称:{{thing1.DATA}}');

const sync = (templates: readonly OwnTemplate[], subscribe: readonly OwnTemplate[] = []) => {
  const { gateways } = fakeWechat({
    listTemplates: async () => ({ kind: 'ok', value: templates }),
    listSubscribeTemplates: async () => ({ kind: 'ok', value: subscribe }),
  });
  return syncTemplates(systemCtx(test.db, { gateways }));
};
const carrier = async () => {
  const rows = await test.db.select().from(messageTemplate).where(eq(messageTemplate.notice, 'order_paid'));
  return rows.map(({ templateId }) => templateId);
};
async function adminCtx(): Promise<Ctx & { readonly accountId: number }> {
  const admin = await mintAccount(test.db, { role: 'admin' });
  return {
    ...studentCtx(test.db, admin),
    actor: { kind: 'account', id: admin.id, role: 'admin' },
    accountId: admin.id,
  };
}
const auditOf = (actorId: number) => test.db.select().from(auditLog).where(eq(auditLog.actorId, actorId));

beforeEach(async () => {
  await test.db.delete(noticeSetting);
  await test.db.delete(messageTemplate);
  await sync([PAID, OTHER, NAMES], [ALLOWED]);
});

describe('a notice', () => {
  it('goes in the template an administrator chose, and stays with it', async () => {
    const ctx = await adminCtx();
    expect(await carrier()).toEqual(['paid']);
    expect((await saveNotice(ctx, { notice: 'order_paid', isOn: true, templateId: 'other' })).ok).toBe(true);
    expect(await carrier()).toEqual(['other']);
    await sync([PAID, OTHER], [ALLOWED]);
    expect(await carrier()).toEqual(['other']);
    // The account dropped it: another one is found; when it comes back it is the chosen one again.
    await sync([PAID]);
    expect(await carrier()).toEqual(['paid']);
    await sync([PAID, OTHER]);
    expect(await carrier()).toEqual(['other']);
    await saveNotice(ctx, { notice: 'order_paid', isOn: true, templateId: null });
    expect(await carrier()).toEqual(['paid']);
  });

  it('keeps its 模板消息 when a 订阅通知 is chosen', async () => {
    const ctx = await adminCtx();
    await saveNotice(ctx, { notice: 'order_paid', isOn: true, templateId: 'allowed' });
    expect(await carrier()).toEqual(['paid']);
  });

  it.each(['names', 'nowhere'])('is not mapped to a template that cannot say it (%s)', async (templateId) => {
    const ctx = await adminCtx();
    const saved = await saveNotice(ctx, { notice: 'order_paid', isOn: true, templateId });
    expect(saved).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', field: 'templateId' } });
    expect(await auditOf(ctx.accountId)).toEqual([]);
  });

  it('that waited for a template goes once one is chosen', async () => {
    await sync([OTHER]);
    const student = await mintAccount(test.db);
    const facts = { orderNo: '1', courses: ['Go'], cashFen: 1, at: '2026-03-10T04:00:00Z' };
    const { id } = await mintMessage(test.db, student.id);
    await test.db
      .update(message)
      .set({
        kind: 'notice',
        content: JSON.parse(JSON.stringify({ kind: 'notice', notice: 'order_paid', path: '/', facts })),
      })
      .where(eq(message.id, id));
    await test.db.update(message).set({ reason: NO_TEMPLATE }).where(eq(message.id, id));
    const ctx = await adminCtx();
    await saveNotice(ctx, { notice: 'order_paid', isOn: true, templateId: 'other' });
    expect(await readMessage(test.db, id)).toMatchObject({ status: 'queued', reason: null, dueAt: ctx.now });
  });

  it('is changed by administrators alone, and every change is written down', async () => {
    const student = await mintAccount(test.db);
    const form = { notice: 'order_paid', isOn: false, templateId: null } as const;
    expect(await saveNotice(studentCtx(test.db, student), form)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const ctx = await adminCtx();
    await saveNotice(ctx, form);
    await saveNotice(ctx, form);
    const [entry, ...more] = await auditOf(ctx.accountId);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ action: 'notice.change', subjectId: 'order_paid' });
    expect(JSON.parse(entry?.after ?? '')).toEqual({ isOn: false, noticeTemplate: '自动选择' });
  });
});

it('a code that somebody asked for cannot be turned off, only mapped', async () => {
  const code = template('code', '验证码通知', '验证码:{{character_string1.DATA}}');
  await sync([PAID, code]);
  const ctx = await adminCtx();
  expect(await saveNotice(ctx, { notice: 'password_code', isOn: false, templateId: null })).toMatchObject({
    error: { code: 'INVALID_INPUT', field: 'isOn' },
  });
  expect(await auditOf(ctx.accountId)).toEqual([]);
  expect((await saveNotice(ctx, { notice: 'password_code', isOn: true, templateId: 'code' })).ok).toBe(true);
});

describe('the lists of templates', () => {
  it('are kept apart: what one could not be asked for stays', async () => {
    const { gateways } = fakeWechat({
      listTemplates: async () => ({ kind: 'ok', value: [PAID] }),
      listSubscribeTemplates: async () => refusal(48001, 'configuration'),
    });
    expect(await syncTemplates(systemCtx(test.db, { gateways }))).toBe(true);
    const rows = await test.db.select().from(messageTemplate).orderBy(messageTemplate.templateId);
    expect(rows.map(({ templateId, channel }) => `${templateId} ${channel}`)).toEqual([
      'allowed subscribe',
      'paid template',
    ]);
  });
});

describe('a test', () => {
  it('goes to the administrator’s own WeChat, even of a notice that is off', async () => {
    const ctx = await adminCtx();
    expect(await testNotice(ctx, { notice: 'order_paid' })).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    await mintBinding(test.db, ctx.accountId);
    expect((await testNotice(ctx, { notice: 'order_paid' })).ok).toBe(true);
    expect((await testNotice(ctx, { notice: 'order_paid' })).ok).toBe(true);
    expect(await readMessages(test.db, ctx.accountId)).toMatchObject([
      { status: 'queued', title: '测试：支付成功' },
      { status: 'queued', title: '测试：支付成功' },
    ]);
    const tests = and(eq(auditLog.actorId, ctx.accountId), eq(auditLog.action, 'notice.test'));
    expect(await test.db.$count(auditLog, tests)).toBe(2);
  });
});
