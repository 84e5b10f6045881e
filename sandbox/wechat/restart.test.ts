import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorizeUrl, FakeRuntime, HOUR, MINUTE, paidNotice, TestWechat } from './test-kit';

/** A sandbox on the folder of another, at a later time, as after kill -9. */
function restart(old: TestWechat, laterMs: number): TestWechat {
  const runtime = new FakeRuntime();
  runtime.time = old.runtime.time + laterMs;
  return new TestWechat({ runtime, dataDir: old.dataDir });
}

describe('a restart', () => {
  it('keeps users, messages, windows, faults and the log of calls', async () => {
    const first = new TestWechat();
    const user = await first.user({ follows: true });
    await first.control(`users/${user.id}/text`, { content: '在吗' });
    await first.custom(user);
    await first.template(paidNotice(user, { client_msg_id: 'one' }));
    await first.control(`users/${user.id}/faults`, { busy: 1, snapshot: true });
    const before = await first.control(`users/${user.id}`);

    const second = restart(first, 0);
    expect((await second.control(`users/${user.id}`)).json).toEqual(before.json);
    expect((await second.template(paidNotice(user, { client_msg_id: 'one' }))).json.errcode).toBe(-1);
    await second.template(paidNotice(user, { client_msg_id: 'one' }));
    expect(await second.messages(user)).toHaveLength(2);
  });

  it('keeps tokens, codes and sessions, which go on ageing', async () => {
    const first = new TestWechat();
    const user = await first.user();
    const access_token = await first.token();
    const { json } = await first.exchange(await first.code(user));
    const used = await first.code(user);
    await first.exchange(used);
    const fresh = await first.code(user);

    const second = restart(first, 4 * MINUTE);
    expect(await second.token()).toBe(access_token);
    expect((await second.exchange(used)).json.errcode).toBe(40163);
    expect((await second.exchange(fresh)).json.openid).toBe(user.openid);
    const query = { access_token: json.access_token, openid: json.openid };
    expect((await second.get('/sns/auth', query)).json.errcode).toBe(0);
    expect((await restart(second, 2 * HOUR).get('/sns/auth', query)).json.errcode).toBe(42001);
  });

  it('makes the first two phones once', async () => {
    const first = new TestWechat();
    const names = async (wechat: TestWechat) =>
      (await (await wechat.request('/phone')).text()).match(/<strong>[^<]*<\/strong>/g);
    expect(await names(first)).toEqual(['<strong>草帽路飞</strong>', '<strong>娜美</strong>']);
    expect(await names(restart(first, HOUR))).toHaveLength(2);
  });

  it('forgets a torn last line', async () => {
    const first = new TestWechat();
    const user = await first.user();
    appendFileSync(join(first.dataDir, 'wechat.jsonl'), '{"type":"user.followed","at":1');
    const second = restart(first, 0);
    expect((await second.control(`users/${user.id}`)).json).toMatchObject({ following: false });
    await second.control(`users/${user.id}/follow`, {});
    expect((await restart(second, 0).control(`users/${user.id}`)).json).toMatchObject({ following: true });
  });

  it('does not grant a code twice: each consent has its own', async () => {
    const wechat = new TestWechat();
    const user = await wechat.user();
    const scan = () => wechat.control(`users/${user.id}/scan`, { url: authorizeUrl(), decision: 'allow' });
    expect((await scan()).json.url).not.toBe((await scan()).json.url);
  });
});
