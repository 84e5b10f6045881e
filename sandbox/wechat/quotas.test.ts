import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, paidNotice, SECOND, TestWechat } from './test-kit';

let wechat: TestWechat;
beforeEach(() => {
  wechat = new TestWechat();
});
afterEach(() => wechat.close());

const qr = async (scene_str: string, action_name = 'QR_STR_SCENE') =>
  (await wechat.createQr({ action_name, scene: { scene_str } })).json;
const menu = async () => {
  const button = [{ type: 'click', name: '帮助', key: 'help' }];
  return (await wechat.post('/cgi-bin/menu/create', { button }, { access_token: await wechat.token() })).json;
};

describe('a quota', () => {
  it('of a day ends at midnight in Beijing, for that kind alone', async () => {
    await wechat.control('quotas', { template: { day: 2 } });
    const user = await wechat.user({ follows: true });
    const send = async (thing: string) =>
      (await wechat.template(paidNotice(user, {}, { thing2: { value: thing } }))).json.errcode;
    expect([await send('a'), await send('b'), await send('c')]).toEqual([0, 0, 45009]);
    expect((await wechat.custom(user)).json.errcode).toBe(0);
    // 10:00 in Beijing: the next day is 14 hours away.
    await wechat.runtime.advance(14 * HOUR - SECOND);
    expect(await send('c')).toBe(45009);
    await wechat.runtime.advance(SECOND);
    expect(await send('c')).toBe(0);
    expect((await wechat.control('quotas')).json).toMatchObject({
      template: { day: 2, minute: null, today: 1 },
      custom: { day: 500_000, today: 0 },
      menu: { day: 1000 },
    });
  });

  it('of a minute ends with it', async () => {
    await wechat.control('quotas', { custom: { minute: 1 } });
    const user = await wechat.user({ follows: true });
    await wechat.control(`users/${user.id}/text`, { content: '在吗' });
    expect((await wechat.custom(user)).json.errcode).toBe(0);
    expect((await wechat.custom(user)).json.errcode).toBe(45011);
    await wechat.runtime.advance(MINUTE);
    expect((await wechat.custom(user)).json.errcode).toBe(0);
  });

  it('is there for codes, menus and 订阅通知 too', async () => {
    await wechat.control('quotas', { qrcode: { day: 1 }, menu: { day: 1 }, subscribe: { day: 0 } });
    expect([(await qr('a')).errcode ?? 0, (await qr('b')).errcode]).toEqual([0, 45009]);
    expect([(await menu()).errcode, (await menu()).errcode]).toEqual([0, 45009]);
    const body = { touser: (await wechat.user()).openid };
    const answer = await wechat.post('/cgi-bin/message/subscribe/bizsend', body, {
      access_token: await wechat.token(),
    });
    expect(answer.json.errcode).toBe(45009);
    expect((await wechat.control('quotas', { fax: { day: 1 } })).status).toBe(400);
  });

  it('is not used up by what client_msg_id holds back', async () => {
    await wechat.control('quotas', { template: { day: 2 } });
    const user = await wechat.user({ follows: true });
    for (let sent = 0; sent < 2; sent += 1) await wechat.template(paidNotice(user, { client_msg_id: 'a' }));
    expect((await wechat.control('quotas')).json).toMatchObject({ template: { today: 1 } });
  });
});

describe('a permanent code', () => {
  it('is one for each scene, and 100000 in all', async () => {
    const first = await qr('a', 'QR_LIMIT_STR_SCENE');
    expect((await qr('a', 'QR_LIMIT_STR_SCENE')).ticket).toBe(first.ticket);
    expect(
      (await wechat.createQr({ action_name: 'QR_LIMIT_SCENE', scene: { scene_id: 1 } })).json.errcode,
    ).toBeUndefined();
    expect((await wechat.control('quotas')).json).toMatchObject({ permanentQrs: 2 });
  });

  it('is refused past 100000', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'wechat-full-'));
    const created = (scene: string) => {
      const code = { ticket: scene, key: scene, scene, expiresAt: null };
      return `${JSON.stringify({ type: 'qr.created', at: 0, qr: code })}\n`;
    };
    writeFileSync(
      join(dataDir, 'wechat.jsonl'),
      Array.from({ length: 99_999 }, (_one, n) => created(`s${n}`)).join(''),
    );
    const full = new TestWechat({ dataDir });
    const create = async (scene_str: string, action_name = 'QR_LIMIT_STR_SCENE') =>
      (await full.createQr({ action_name, scene: { scene_str } })).json;
    expect((await create('the-last')).ticket).toMatch(/^gQ/);
    expect((await create('one-more')).errcode).toBe(45029);
    expect((await create('s7')).ticket).toBe('s7');
    expect((await create('temporary', 'QR_STR_SCENE')).ticket).toMatch(/^gQ/);
    full.close();
  }, 30_000);
});

describe('calls about nobody', () => {
  const path = '/cgi-bin/qrcode/create';

  it.each([
    ['busy', -1],
    ['dailyQuota', 45009],
    ['minuteQuota', 45011],
    ['tokenExpired', 42001],
  ])('fail once as %s', async (fault, errcode) => {
    await wechat.control('faults', { path, [fault]: 1 });
    expect((await qr('a')).errcode).toBe(errcode);
    expect((await qr('a')).ticket).toMatch(/^gQ/);
  });

  it('are answered slowly', async () => {
    await wechat.control('faults', { path, slow: 1 });
    const answer = qr('a');
    await wechat.runtime.advance(3 * SECOND - 1);
    expect(await Promise.race([answer, Promise.resolve('nothing yet')])).toBe('nothing yet');
    await wechat.runtime.advance(1);
    expect((await answer).ticket).toMatch(/^gQ/);
  });

  it('have no other faults', async () => {
    expect((await wechat.control('faults', { path, snapshot: true })).status).toBe(400);
    expect((await wechat.control('faults', { busy: 1 })).status).toBe(400);
  });

  it('a token that expires mid-way is gone for every call after', async () => {
    const user = await wechat.user({ follows: true });
    const access_token = await wechat.token();
    await wechat.control(`users/${user.id}/faults`, { tokenExpired: 1 });
    const send = (token: string) =>
      wechat.post('/cgi-bin/message/template/send', paidNotice(user), { access_token: token });
    expect((await send(access_token)).json.errcode).toBe(42001);
    expect((await send(access_token)).json.errcode).toBe(42001);
    expect((await send(await wechat.token())).json.errcode).toBe(0);
  });
});
