import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, wechatTicket, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { freshAddress } from '@/tests/support/account-factories';
import { mintAccount, only } from '@/tests/support/factories';
import { fakeWechat } from '@/tests/support/fake-wechat';
import { systemCtx } from '@/tests/support/payment-factories';
import { scanWith, secretOf, stateOfUrl } from '@/tests/support/scan';
import { WECHAT_APP_ID } from '@/tests/support/wechat';
import { answerLogin } from '../wechat/answer-login';
import { openLoginTicket } from '../wechat/open-login-ticket';
import { unbind } from '../wechat/unbind';
import { signInByWechat } from './sign-in-by-wechat';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const NOW = new Date('2026-03-10T04:00:00Z');
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** A browser that began to sign in, and the WeChat of whoever scans its QR. */
async function scene() {
  const wechat = fakeWechat();
  const at = (now = NOW) => systemCtx(test.db, { now, gateways: wechat.gateways });
  const person = wechat.person();
  const begin = async () => {
    const opened = await openLoginTicket(at(), { address: freshAddress() });
    if (!opened.ok) throw new Error(opened.error.code);
    return { secret: opened.value.browserSecret, state: stateOfUrl(opened.value.url) };
  };
  const scan = (state: string, browserSecret: string | null = null, who = person) =>
    scanWith(at(), wechat, { state, person: who, browserSecret });
  const confirm = async (state: string, who = person) =>
    answerLogin(at(), { ...secretOf(await scan(state, null, who)), answer: 'allow' });
  const finish = (browserSecret: string, now = NOW) => signInByWechat(at(now), { browserSecret, inviteCode: null });
  const user = async () => only(await test.db.select().from(wechatUser).where(eq(wechatUser.openid, person.openid)));
  const signIn = async () => {
    const { secret, state } = await begin();
    await confirm(state);
    return finish(secret);
  };
  return { wechat, at, person, begin, scan, confirm, finish, user, signIn };
}

const code = (result: { ok: boolean } & { error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);

async function bindTo(openid: string, disabledAt: Date | null = null) {
  const owner = await mintAccount(test.db);
  await test.db.update(account).set({ disabledAt }).where(eq(account.id, owner.id));
  const values = { appId: WECHAT_APP_ID, openid, nickname: '路飞', accountId: owner.id, boundAt: NOW };
  await test.db.insert(wechatUser).values(values);
  return owner;
}

describe('signing in by WeChat', () => {
  it('makes an account for somebody new, bound, without a password, under a made-up name', async () => {
    const { person, signIn, user } = await scene();
    const signedIn = await signIn();
    if (!signedIn.ok) throw new Error(signedIn.error.code);
    const { accountId } = signedIn.value;
    expect(await user()).toMatchObject({ accountId, madeAccountId: accountId, boundAt: NOW, firstBoundAt: NOW });
    const [made] = await test.db.select().from(account).where(eq(account.id, accountId));
    expect(made).toMatchObject({ passwordHash: null, isNamed: false, nickname: person.nickname, sessionVersion: 1 });
    expect(made?.username).toMatch(/^wx_[a-z0-9]{10}$/);
    expect(await signIn()).toEqual(signedIn);
  });

  it('signs in to the account that is bound, as it stands now', async () => {
    const { person, signIn } = await scene();
    const owner = await bindTo(person.openid);
    await test.db.update(account).set({ sessionVersion: 7 }).where(eq(account.id, owner.id));
    expect(await signIn()).toEqual({ ok: true, value: { accountId: owner.id, sessionVersion: 7 } });
  });

  it('goes on at once in the browser that began it, and asks in any other', async () => {
    const { begin, scan, finish } = await scene();
    const [own, others] = [await begin(), await begin()];
    expect(await scan(own.state, own.secret)).toMatchObject({ ok: true, value: { kind: 'confirmed' } });
    expect(code(await finish(own.secret))).toBe('ok');
    // Someone else's address, opened in a browser that has begun to sign in as well.
    const mine = await begin();
    expect(await scan(others.state, mine.secret)).toMatchObject({ ok: true, value: { kind: 'confirm' } });
    expect(code(await finish(mine.secret))).toBe('TICKET_USED');
    expect(code(await finish(others.secret))).toBe('TICKET_USED');
  });

  it('does nothing before the phone confirmed, after it refused, or when the time is over', async () => {
    const { at, begin, scan, confirm, finish } = await scene();
    const scanned = await begin();
    await scan(scanned.state);
    expect(code(await finish(scanned.secret))).toBe('TICKET_USED');
    const refused = await begin();
    await answerLogin(at(), { ...secretOf(await scan(refused.state)), answer: 'refuse' });
    expect(code(await finish(refused.secret))).toBe('TICKET_USED');
    const late = await begin();
    await confirm(late.state);
    expect(code(await finish(late.secret, minutesLater(10)))).toBe('TICKET_USED');
  });

  it('cannot be confirmed by another phone, nor with the secret of another ticket', async () => {
    const { at, wechat, begin, scan } = await scene();
    const [mine, theirs] = [await begin(), await begin()];
    const secret = secretOf(await scan(mine.state));
    const other = secretOf(await scan(theirs.state, null, wechat.person()));
    for (const confirm of [other.confirm, 'B'.repeat(43)]) {
      const answer = { ticketId: secret.ticketId, confirm, answer: 'allow' } as const;
      expect(code(await answerLogin(at(), answer))).toBe('TICKET_FORGED');
    }
  });

  it('is refused to a disabled account, before and after the phone was asked', async () => {
    const closed = await scene();
    await bindTo(closed.person.openid, NOW);
    expect(code(await closed.scan((await closed.begin()).state))).toBe('ACCOUNT_DISABLED');
    const later = await scene();
    const owner = await bindTo(later.person.openid);
    const { secret, state } = await later.begin();
    await later.confirm(state);
    await test.db.update(account).set({ disabledAt: NOW }).where(eq(account.id, owner.id));
    expect(code(await later.finish(secret))).toBe('ACCOUNT_DISABLED');
  });

  it('gives back the account that came into being with this WeChat, unless it is closed or has another', async () => {
    const { person, begin, scan, signIn, user } = await scene();
    const first = await signIn();
    if (!first.ok) throw new Error(first.error.code);
    const { accountId } = first.value;
    const leave = () =>
      test.db.update(wechatUser).set({ accountId: null, boundAt: null }).where(eq(wechatUser.openid, person.openid));
    await leave();
    expect(await signIn()).toMatchObject({ ok: true, value: { accountId } });

    await leave();
    const other = { appId: WECHAT_APP_ID, openid: `${person.openid}-2`, accountId, boundAt: NOW };
    await test.db.insert(wechatUser).values(other);
    const second = await signIn();
    expect(second.ok && second.value.accountId).not.toBe(accountId);
    expect((await user()).accountId).toBe(second.ok && second.value.accountId);

    await leave();
    const made = (await user()).madeAccountId ?? 0;
    await test.db.update(account).set({ disabledAt: NOW }).where(eq(account.id, made));
    expect(code(await scan((await begin()).state))).toBe('ACCOUNT_DISABLED');
  });
});

describe('a WeChat that its account’s owner has unbound', () => {
  /** An account that came by WeChat, and has a password since. */
  async function made() {
    const one = await scene();
    const first = await one.signIn();
    if (!first.ok) throw new Error(first.error.code);
    const { accountId } = first.value;
    await test.db.update(account).set({ passwordHash: 'set' }).where(eq(account.id, accountId));
    const own = { ...one.at(), actor: { kind: 'account', id: accountId, role: 'student' } } as const;
    return { ...one, accountId, unbind: () => unbind(own) };
  }
  const idOf = (result: Awaited<ReturnType<typeof signInByWechat>>) => (result.ok ? result.value.accountId : null);

  it('does not sign in to it any more: a phone may be lost, or sold', async () => {
    const { accountId, signIn, user, ...own } = await made();
    expect(code(await own.unbind())).toBe('ok');
    expect((await user()).firstBoundAt).toEqual(NOW);
    const next = idOf(await signIn());
    expect(next).not.toBeNull();
    expect(next).not.toBe(accountId);
    expect(await user()).toMatchObject({ accountId: next, madeAccountId: next });
  });

  it('nor after another one was bound in its place, and unbound as well', async () => {
    const { accountId, person, signIn, ...own } = await made();
    // Left, so that the account had no WeChat to unbind.
    await test.db
      .update(wechatUser)
      .set({ accountId: null, boundAt: null })
      .where(eq(wechatUser.openid, person.openid));
    await test.db
      .insert(wechatUser)
      .values({ appId: WECHAT_APP_ID, openid: `${person.openid}-2`, accountId, boundAt: NOW });
    await own.unbind();
    expect(idOf(await signIn())).not.toBe(accountId);
  });

  it('keeps what it is bound to by now', async () => {
    const { person, user, ...own } = await made();
    const other = await mintAccount(test.db);
    await test.db.update(wechatUser).set({ accountId: other.id }).where(eq(wechatUser.openid, person.openid));
    await own.unbind();
    expect(await user()).toMatchObject({ accountId: other.id, boundAt: NOW, madeAccountId: null });
  });
});

describe('at the same time', () => {
  it('one ticket in two requests: one session', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { begin, confirm, finish } = await scene();
      const { secret, state } = await begin();
      await confirm(state);
      const results = await Promise.all([finish(secret), finish(secret), finish(secret)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(new Set(results.map(code))).toEqual(new Set(['TICKET_USED', 'ok']));
    }
  });

  it('one person with two tickets: one account', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { begin, confirm, finish, person } = await scene();
      const tickets = [await begin(), await begin()];
      for (const { state } of tickets) await confirm(state);
      const results = await Promise.all(tickets.map(({ secret }) => finish(secret)));
      const accounts = results.flatMap((result) => (result.ok ? [result.value.accountId] : []));
      expect(new Set(accounts).size).toBe(1);
      expect(await test.db.$count(account, eq(account.nickname, person.nickname))).toBe(1);
    }
  });

  it('two phones with one QR: one goes on', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { wechat, begin, scan } = await scene();
      const { state } = await begin();
      const scans = await Promise.all([scan(state), scan(state, null, wechat.person())]);
      expect(scans.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });
});

it('keeps neither the browser’s secret nor the state', async () => {
  const { begin } = await scene();
  const { secret, state } = await begin();
  const rows = JSON.stringify(await test.db.select().from(wechatTicket));
  expect(rows).not.toContain(secret);
  expect(rows).not.toContain(state);
});

it('an address that begins without end is told to wait', async () => {
  const { at } = await scene();
  const address = freshAddress();
  const results = [];
  for (let turn = 0; turn < 61; turn += 1) results.push(code(await openLoginTicket(at(), { address })));
  expect(new Set(results.slice(0, 60))).toEqual(new Set(['ok']));
  expect(results[60]).toBe('THROTTLED');
});
