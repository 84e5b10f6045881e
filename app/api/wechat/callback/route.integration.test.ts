import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wechatTicket, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { openLoginTicket } from '@/lib/services/wechat/open-login-ticket';
import { openTicket } from '@/lib/services/wechat/open-ticket';
import { mintAccount, only, studentCtx, unique } from '@/tests/support/factories';
import { fakeWechat } from '@/tests/support/fake-wechat';
import { stubSiteEnv } from '@/tests/support/site-env';
import { WECHAT_APP_ID } from '@/tests/support/wechat';
import { startWechatStub, type WechatStub } from '@/tests/support/wechat-stub';
import { GET, HEAD } from './route';

let test: TestDatabase;
let stub: WechatStub;
const used = new Set<string>();
beforeAll(async () => {
  test = await testDatabase();
  // The code is the openid; it works once.
  stub = await startWechatStub(({ path, params }) => {
    const code = params.get('code') ?? '';
    if (path === '/sns/userinfo') return { openid: params.get('openid'), nickname: '路飞' };
    if (code === 'silence') return null;
    if (used.has(code)) return { errcode: 40163, errmsg: 'code been used' };
    used.add(code);
    return { access_token: 'AT', refresh_token: 'RT', openid: code, is_snapshotuser: code === 'snapshot' ? 1 : 0 };
  });
  stubSiteEnv(test.url);
  vi.stubEnv('WECHAT_API_BASE', stub.url);
});
afterAll(async () => {
  await stub.stop();
  await test.db.$client.end();
});

async function ticket() {
  const student = await mintAccount(test.db);
  const { id, url } = await openTicket(studentCtx(test.db, student, { gateways: fakeWechat().gateways }));
  const state = new URL(url).searchParams.get('state') ?? '';
  return {
    id,
    state,
    student,
    row: async () => only(await test.db.select().from(wechatTicket).where(eq(wechatTicket.id, id))),
  };
}

async function visit(query: string, cookie = '') {
  const request = new Request(`https://luffy.example/api/wechat/callback?${query}`, { headers: { cookie } });
  const response = await GET(request);
  const { headers, status } = response;
  return { status, location: headers.get('location'), cookie: headers.get('set-cookie'), headers };
}

let people = 0;
/** The code of somebody we know: nobody has to be asked. */
async function newCode(): Promise<string> {
  people += 1;
  const openid = `openid-${people}`;
  await test.db.insert(wechatUser).values({ appId: WECHAT_APP_ID, openid, nickname: '路飞' });
  return openid;
}

describe('a phone that comes back from WeChat', () => {
  it('is led to the page where it answers, with a secret for that page alone', async () => {
    const { id, state, row } = await ticket();
    const seen = await visit(`code=${await newCode()}&state=${state}`);
    expect(seen).toMatchObject({ status: 303, location: `/wechat/bind/${id}` });
    expect(seen.cookie).toMatch(
      new RegExp(
        `^__Secure-luffy\\.binding=[A-Za-z0-9]{43}; Path=/wechat/bind/${id}; Max-Age=1800; HttpOnly; SameSite=Lax; Secure$`,
      ),
    );
    expect(seen.headers.get('referrer-policy')).toBe('no-referrer');
    expect(seen.headers.get('cache-control')).toBe('no-store');
    expect(await row()).toMatchObject({ status: 'scanned' });
  });

  it('and of whom we know nothing is sent back to be asked, with another state', async () => {
    const { state, row } = await ticket();
    const seen = await visit(`code=stranger&state=${state}`);
    expect(seen).toMatchObject({ status: 303, cookie: null });
    const asked = new URL(seen.location ?? '');
    expect(asked.searchParams.get('scope')).toBe('snsapi_userinfo');
    expect(asked.searchParams.get('state')).toMatch(/^[A-Za-z0-9]{43}$/);
    expect(asked.searchParams.get('state')).not.toBe(state);
    expect(await row()).toMatchObject({ status: 'waiting' });
  });

  it('again, with the same address, gets no other secret', async () => {
    const { id, state } = await ticket();
    const query = `code=${await newCode()}&state=${state}`;
    await visit(query);
    expect(await visit(query)).toMatchObject({ location: `/wechat/bind/${id}`, cookie: null });
  });

  it('binds nobody by itself', async () => {
    const { state, student } = await ticket();
    await visit(`code=${await newCode()}&state=${state}`);
    expect(await test.db.$count(wechatUser, eq(wechatUser.accountId, student.id))).toBe(0);
  });
});

describe('a sign-in', () => {
  const begin = async () => {
    const ctx = studentCtx(test.db, { id: 0 }, { gateways: fakeWechat().gateways });
    const opened = await openLoginTicket(ctx, { address: unique('address') });
    if (!opened.ok) throw new Error(opened.error.code);
    const { browserSecret, url } = opened.value;
    return { cookie: `__Host-luffy.login=${browserSecret}.`, state: new URL(url).searchParams.get('state') ?? '' };
  };

  it('that comes back to the browser that began it goes on at once', async () => {
    const { cookie, state } = await begin();
    expect(await visit(`code=${await newCode()}&state=${state}`, cookie)).toMatchObject({
      status: 303,
      location: '/sign-in/wechat/done',
      cookie: null,
    });
  });

  it.each(['', '__Host-luffy.login=', `__Host-luffy.login=${'A'.repeat(43)}.`, 'luffy.login=x'])(
    'asks first on the phone of anybody else: %j',
    async (cookie) => {
      const { state } = await begin();
      const seen = await visit(`code=${await newCode()}&state=${state}`, cookie);
      expect(seen.location).toMatch(/^\/wechat\/login\/\d+$/);
      expect(seen.cookie).toContain(`Path=${seen.location};`);
    },
  );
});

describe('anything else is told on a page of its own, without a secret', () => {
  it.each([
    ['nothing', '', 'forged'],
    ['a state that was never issued', `code=x&state=${'A'.repeat(43)}`, 'forged'],
    ['a state of other characters', 'code=x&state=a-b', 'forged'],
    ['a very long state', `code=x&state=${'A'.repeat(129)}`, 'forged'],
    ['a state with a NUL', 'code=x&state=a%00', 'forged'],
  ])('%s', async (_, query, problem) => {
    const calls = stub.requests.length;
    expect(await visit(query)).toMatchObject({ status: 303, location: `/wechat/problem/${problem}`, cookie: null });
    expect(stub.requests).toHaveLength(calls);
  });

  it.each([
    ['the state', (state: string) => `code=x&state=${state}&state=${state}`],
    ['the code', (state: string) => `code=x&code=y&state=${state}`],
    ['another parameter', (state: string) => `code=x&state=${state}&a=1&a=1`],
    ['the state, in disguise', (state: string) => `code=x&state=${state}&st%61te=${state}`],
  ])('%s said twice uses nothing up', async (_, query) => {
    const { state, row } = await ticket();
    expect(await visit(query(state))).toMatchObject({ location: '/wechat/problem/forged', cookie: null });
    expect(await row()).toMatchObject({ status: 'waiting' });
  });

  it('a refusal', async () => {
    const { state, row } = await ticket();
    expect(await visit(`state=${state}`)).toMatchObject({ location: '/wechat/problem/refused', cookie: null });
    expect(await row()).toMatchObject({ status: 'refused' });
  });

  it('an expired ticket', async () => {
    const { id, state } = await ticket();
    await test.db.update(wechatTicket).set({ expiresAt: new Date() }).where(eq(wechatTicket.id, id));
    expect(await visit(`code=x&state=${state}`)).toMatchObject({ location: '/wechat/problem/expired', cookie: null });
  });

  it('a WeChat that is bound elsewhere', async () => {
    const [{ state }, other] = [await ticket(), await mintAccount(test.db)];
    const openid = await newCode();
    await test.db
      .update(wechatUser)
      .set({ accountId: other.id, boundAt: new Date() })
      .where(eq(wechatUser.openid, openid));
    expect(await visit(`code=${openid}&state=${state}`)).toMatchObject({
      location: '/wechat/problem/taken',
      cookie: null,
    });
  });

  it.each([
    ['snapshot', 'snapshot'],
    ['silence', 'unavailable'],
  ])('%s', async (code, problem) => {
    const { state, row } = await ticket();
    expect(await visit(`code=${code}&state=${state}`)).toMatchObject({
      location: `/wechat/problem/${problem}`,
      cookie: null,
    });
    expect(await row()).toMatchObject({ status: 'waiting' });
  });
});

it('whoever only looks uses nothing up', async () => {
  expect(HEAD().status).toBe(405);
});
