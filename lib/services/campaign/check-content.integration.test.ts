import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, messageTemplate, noticeSetting } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { CampaignForm } from '@/lib/domain/admin/campaign-form';
import { adminCtx, mintBound, tagged } from '@/tests/support/campaign-factories';
import { unique } from '@/tests/support/factories';
import { mintBinding } from '@/tests/support/message-factories';
import { createCampaign } from './create-campaign';
import { sendTest } from './send-test';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

type Template = typeof messageTemplate.$inferInsert;

/** A template with a code in it; returns the platform's id. */
async function mint(values: Pick<Template, 'title' | 'notice' | 'channel'>): Promise<string> {
  const templateId = unique('T');
  const fields = [{ name: 'character_string1', label: '编号' }];
  await test.db.insert(messageTemplate).values({ ...values, templateId, fields });
  return templateId;
}

const draftOf = (templateId: string) => ({ templateId, path: null, data: { character_string1: '314159' } });

async function send(content: CampaignForm['content']) {
  const tag = unique('code');
  await mintBound(test.db, tag);
  return createCampaign(await adminCtx(test.db), { ...tagged(tag), content });
}

describe('a template that says a code', () => {
  it('is for nobody but who asked for one: refused to a campaign, instead of a text, and as a test', async () => {
    const templateId = await mint({ title: '登录提醒', notice: 'password_code' });
    const card = draftOf(templateId);
    const refused = { ok: false, error: { code: 'INVALID_INPUT' } };
    expect(await send({ kind: 'template', ...card })).toMatchObject(refused);
    expect(await send({ kind: 'text', text: '直播', fallback: card })).toMatchObject(refused);
    const admin = await adminCtx(test.db);
    await mintBinding(test.db, admin.actor.id);
    expect(await sendTest(admin, { title: '试', content: { kind: 'template', ...card } })).toMatchObject(refused);
    expect(await test.db.$count(message)).toBe(0);
  });

  it('is known by its title as well, and by having been chosen for it', async () => {
    const named = await mint({ title: '登录验证码通知' });
    expect(await send({ kind: 'template', ...draftOf(named) })).toMatchObject({ ok: false });
    const chosen = await mint({ title: '安全提醒', channel: 'subscribe' });
    expect(await send({ kind: 'template', ...draftOf(chosen) })).toMatchObject({ ok: true });
    const setting = { notice: 'password_code', isOn: true, templateId: chosen, updatedAt: new Date() } as const;
    await test.db.insert(noticeSetting).values(setting);
    expect(await send({ kind: 'template', ...draftOf(chosen) })).toMatchObject({ ok: false });
  });

  it('is not what carries anything else', async () => {
    const paid = await mint({ title: '支付成功通知', notice: 'order_paid' });
    expect(await send({ kind: 'template', ...draftOf(paid) })).toMatchObject({ ok: true });
  });
});
