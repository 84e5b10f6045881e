import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wechatTicket, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { openTicket } from '@/lib/services/wechat/open-ticket';
import { mintAccount, only, studentCtx } from '@/tests/support/factories';
import { fakeWechat } from '@/tests/support/fake-wechat';
import { stubSiteEnv } from '@/tests/support/site-env';
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

async function visit(query: string) {
  const response = await GET(new Request(`https://luffy.example/api/wechat/callback?${query}`));
  const { headers, status } = response;
  return { status, location: headers.get('location'), cookie: headers.get('set-cookie'), headers };
}

let people = 0;
const newCode = () => {
  people += 1;
  return `openid-${people}`;
};

describe('a phone that comes back from WeChat', () => {
  it('is led to the page where it answers, with a secret for that page alone', async () => {
    const { id, state, row } = await ticket();
    const seen = await visit(`code=${newCode()}&state=${state}`);
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

  it('again, with the same address, gets no other secret', async () => {
    const { id, state } = await ticket();
    const query = `code=${newCode()}&state=${state}`;
    await visit(query);
    expect(await visit(query)).toMatchObject({ location: `/wechat/bind/${id}`, cookie: null });
  });

  it('binds nobody by itself', async () => {
    const { state, student } = await ticket();
    await visit(`code=${newCode()}&state=${state}`);
    expect(await test.db.$count(wechatUser, eq(wechatUser.accountId, student.id))).toBe(0);
  });
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
    const openid = newCode();
    const values = { appId: 'wx0123456789abcdef', openid, accountId: other.id, boundAt: new Date() };
    await test.db.insert(wechatUser).values(values);
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
