import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../app';
import { systemRuntime } from '../runtime';
import { paidNotice, SECOND, TEST_CONFIG, type TestUser, TestWechat } from './test-kit';
import { createWechat } from './wechat';

const wechat = new TestWechat();
afterAll(() => wechat.close());

const faulty = async (faults: Record<string, unknown>) => {
  const user = await wechat.user({ follows: true });
  await wechat.control(`users/${user.id}/faults`, faults);
  return user;
};
const calls = async (user: TestUser) => (await wechat.control(`users/${user.id}/calls`)).json.calls;

describe('faults of sends', () => {
  it.each([
    ['busy', -1, 'system error'],
    ['dailyQuota', 45009, 'reach max api daily quota limit'],
    ['minuteQuota', 45011, 'api minute-quota reach limit'],
  ])('%s refuses so many, and sends nothing', async (name, errcode, errmsg) => {
    const user = await faulty({ [name]: 2 });
    for (const expected of [errcode, errcode, 0]) {
      expect((await wechat.template(paidNotice(user))).json.errcode).toBe(expected);
    }
    expect(await wechat.messages(user)).toHaveLength(1);
    expect(await calls(user)).toMatchObject([{ errcode }, { errcode }, { errcode: 0, delivery: 'answered' }]);
    await wechat.control(`users/${user.id}/faults`, { [name]: 1 });
    expect((await wechat.custom(user)).json.errmsg).toContain(errmsg);
  });

  it('timeout: the message arrives, the answer 15 seconds later', async () => {
    const user = await faulty({ timeout: 1 });
    const answer = wechat.custom(user);
    await wechat.runtime.advance(15 * SECOND - 1);
    expect(await wechat.messages(user)).toHaveLength(1);
    expect(await Promise.race([answer, Promise.resolve('nothing yet')])).toBe('nothing yet');
    await wechat.runtime.advance(1);
    expect((await answer).json.errcode).toBe(0);
    expect(await calls(user)).toMatchObject([{ delivery: 'late' }]);
  });

  it('hit that user alone', async () => {
    await faulty({ busy: 5 });
    const other = await wechat.user({ follows: true });
    expect((await wechat.custom(other)).json.errcode).toBe(0);
  });
});

describe('faults of OAuth', () => {
  it('busy: the code stays good', async () => {
    const user = await faulty({ oauthBusy: 1 });
    const code = await wechat.code(user);
    expect((await wechat.exchange(code)).json.errcode).toBe(-1);
    expect((await wechat.exchange(code)).json.openid).toBe(user.openid);
  });

  it('timeout: the code is used up', async () => {
    const user = await faulty({ oauthTimeout: 1 });
    const code = await wechat.code(user);
    const late = wechat.exchange(code);
    await wechat.runtime.advance(15 * SECOND);
    expect((await late).json.openid).toBe(user.openid);
    expect((await wechat.exchange(code)).json.errcode).toBe(40163);
    expect(await calls(user)).toMatchObject([
      { path: '/sns/oauth2/access_token', delivery: 'late' },
      { errcode: 40163 },
    ]);
  });
});

describe('a dropped answer', () => {
  it('closes the connection once the message is accepted', async () => {
    const side = createWechat(TEST_CONFIG, systemRuntime, mkdtempSync(join(tmpdir(), 'wechat-http-')));
    const app = createApp({ alipay: null, wechat: side });
    const fetchApp = (request: Request, bindings: object) => app.fetch(request, bindings);
    const base = await new Promise<string>((resolve) => {
      const server = serve({ fetch: fetchApp, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) => {
        resolve(`http://127.0.0.1:${info.port}`);
      });
      onTestFinished(() => {
        server.close();
        side.close();
      });
    });
    const call = async (path: string, body: unknown) =>
      (await fetch(`${base}${path}`, { method: 'POST', body: JSON.stringify(body) })).json();
    const user = await call('/control/wechat/users', { nickname: '弗兰奇' });
    await call(`/control/wechat/users/${user.id}/follow`, {});
    await call(`/control/wechat/users/${user.id}/faults`, { drop: 1 });
    const { appId: appid, appSecret: secret } = TEST_CONFIG;
    const token = await call('/wechat/api/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret });
    const path = `/wechat/api/cgi-bin/message/template/send?access_token=${token.access_token}`;
    const notice = paidNotice(user, { client_msg_id: 'once' });
    await expect(call(path, notice)).rejects.toThrow('fetch failed');
    expect(await call(path, notice)).toMatchObject({ errcode: 0 });
    const view = await (await fetch(`${base}/control/wechat/users/${user.openid}`)).json();
    expect(view.messages).toHaveLength(1);
    expect(view.calls).toMatchObject([{ delivery: 'dropped', errcode: 0 }, { delivery: 'answered' }]);
  });
});
