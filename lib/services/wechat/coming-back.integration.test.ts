import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { account, auditLog, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { maskName } from '@/lib/domain/wechat-ticket';
import type { WechatGateway } from '@/lib/gateways/wechat/gateway';
import { bindingScene, codeOf, daysLater, minutesLater, NOW } from '@/tests/support/binding-scene';
import { mintAccount, only, studentCtx } from '@/tests/support/factories';
import { fakeWechat, refusal } from '@/tests/support/fake-wechat';
import { mintBinding } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { scanWith, stateOfUrl } from '@/tests/support/scan';
import { WECHAT_APP_ID } from '@/tests/support/wechat';
import type { Ctx } from '../ctx';
import { answerBinding } from './answer-binding';
import { openTicket } from './open-ticket';
import { receiveScan } from './receive-scan';
import { scanTicket } from './scan-ticket';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const scene = () => bindingScene(test.db);

describe('somebody we know nothing of', () => {
  it('is asked for their name, under another state, and comes back as the same person', async () => {
    const { wechat, at, open, answer, ticket, bound } = await scene();
    const { id, state } = await open();
    const person = wechat.person();
    const back = (to: string, who = person) =>
      receiveScan(at(NOW), { state: to, code: wechat.consent(who), browserSecret: null });
    const first = await back(state);
    if (!first.ok || first.value.kind !== 'ask') throw new Error('not asked');
    const next = stateOfUrl(first.value.url);
    expect(next).not.toBe(state);
    expect(codeOf(await back(state))).toBe('TICKET_FORGED');
    expect(codeOf(await back(next, wechat.person()))).toBe('TICKET_USED');
    expect(await ticket(id)).toMatchObject({ status: 'waiting' });
    await answer(await back(next));
    expect(await bound()).toMatchObject([
      { openid: person.openid, nickname: person.nickname, profileAt: NOW, refreshableUntil: daysLater(30) },
    ]);
    expect((await bound())[0]?.refreshToken).toMatch(/^rt/);
  });

  it('two of them with one QR: one is asked, one winner', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { wechat, at, open, answer, bound } = await scene();
      const { state } = await open();
      const people = [wechat.person(), wechat.person()];
      const scans = await Promise.all(people.map((person) => scanWith(at(NOW), wechat, { state, person })));
      const winners = scans.filter(({ ok }) => ok);
      expect(winners).toHaveLength(1);
      await Promise.all(winners.map((scanned) => answer(scanned)));
      expect(await bound()).toHaveLength(1);
    }
  });

  it('may refuse to tell, which ends the ticket', async () => {
    const { wechat, at, open, ticket } = await scene();
    const { id, state } = await open();
    const first = await receiveScan(at(NOW), { state, code: wechat.consent(wechat.person()), browserSecret: null });
    if (!first.ok || first.value.kind !== 'ask') throw new Error('not asked');
    const refused = { state: stateOfUrl(first.value.url), code: null, browserSecret: null };
    expect(codeOf(await receiveScan(at(NOW), refused))).toBe('BINDING_REFUSED');
    expect(await ticket(id)).toMatchObject({ status: 'refused' });
  });
});

describe('an old nickname', () => {
  async function known(profileAt: Date, refreshableUntil: Date) {
    const more = {
      refreshGrant: vi.fn<WechatGateway['refreshGrant']>(),
      profile: vi.fn<WechatGateway['profile']>(),
    };
    const wechat = fakeWechat(more);
    const who = wechat.person();
    await test.db
      .insert(wechatUser)
      .values({ appId: WECHAT_APP_ID, ...who, profileAt, refreshToken: 'kept', refreshableUntil });
    const grant = { openid: who.openid, accessToken: 'at', refreshToken: 'new', unionid: null, isSnapshot: false };
    more.refreshGrant.mockResolvedValue({ kind: 'ok', value: grant });
    more.profile.mockResolvedValue({
      kind: 'ok',
      value: { openid: who.openid, nickname: '新名字', avatarUrl: null, unionid: null },
    });
    const student = await mintAccount(test.db);
    const { url } = await openTicket(studentCtx(test.db, student, { now: NOW, gateways: wechat.gateways }));
    const visit = () =>
      receiveScan(systemCtx(test.db, { now: NOW, gateways: wechat.gateways }), {
        state: stateOfUrl(url),
        code: wechat.consent(who),
        browserSecret: null,
      });
    const row = async () => only(await test.db.select().from(wechatUser).where(eq(wechatUser.openid, who.openid)));
    return { ...more, visit, row };
  }

  it('is brought up to date without asking, while the consent is good', async () => {
    const { visit, row, refreshGrant } = await known(daysLater(-8), daysLater(22));
    expect(codeOf(await visit())).toBe('ok');
    expect(refreshGrant).toHaveBeenCalledExactlyOnceWith('kept');
    expect(await row()).toMatchObject({ nickname: '新名字', profileAt: NOW, refreshToken: 'new' });
  });

  it.each([
    ['is young', daysLater(-6), daysLater(24)],
    ['was told too long ago', daysLater(-31), daysLater(-1)],
  ])('stays when it %s', async (_, profileAt, refreshableUntil) => {
    const { visit, refreshGrant } = await known(profileAt, refreshableUntil);
    expect(codeOf(await visit())).toBe('ok');
    expect(refreshGrant).not.toHaveBeenCalled();
  });

  it('stays when WeChat will not say, and the token nobody takes is forgotten', async () => {
    const { visit, row, refreshGrant } = await known(daysLater(-8), daysLater(22));
    refreshGrant.mockResolvedValue(refusal(40030));
    expect(codeOf(await visit())).toBe('ok');
    expect(await row()).toMatchObject({ refreshToken: null, refreshableUntil: null });
  });
});

describe('the QR that follows and binds at once', () => {
  const told = (text: string) => {
    const [, id, confirm] = /\/wechat\/open\/(\d+)\?k=([A-Za-z0-9]{43})"/.exec(text) ?? [];
    return id && confirm ? { ticketId: Number(id), confirm } : null;
  };
  const push = (ctx: Ctx, token: string, wechatUserId: number) =>
    ctx.db.transaction((tx) => scanTicket({ ...ctx, db: tx }, { token, wechatUserId }));
  async function follower() {
    const { at, person, ...rest } = await scene();
    const who = await person();
    const user = only(await test.db.select().from(wechatUser).where(eq(wechatUser.openid, who.openid)));
    const follow = (token: string, id = user.id, now = NOW) => push(at(now), token, id);
    return { at, person, who, user, follow, ...rest };
  }

  it('names the account and leads to where one confirms', async () => {
    const { student, at, open, follow, bound, user } = await follower();
    const { state } = await open();
    const text = await follow(state);
    expect(text).toContain(maskName(student.username));
    const secret = told(text);
    if (!secret) throw new Error(text);
    expect(await answerBinding(at(NOW), { ...secret, answer: 'bind' })).toMatchObject({ ok: true });
    expect(await bound()).toMatchObject([{ id: user.id }]);
  });

  it('is the same ticket as the other QR: one of two phones wins', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { open, follow, scan, ticket } = await follower();
      const { id, state } = await open();
      const [text, scanned] = await Promise.all([follow(state), scan(state)]);
      expect([told(text) !== null, scanned.ok].filter(Boolean)).toHaveLength(1);
      expect(await ticket(id)).toMatchObject({ status: 'scanned' });
    }
  });

  it('one phone and two tickets: both may be asked, one binding', async () => {
    const { at, open, follow, bound } = await follower();
    const [first, second] = [await open(), await open()];
    const texts = [await follow(first.state), await follow(second.state)];
    const secrets = texts.map(told).filter((secret) => secret !== null);
    expect(secrets).toHaveLength(2);
    const answers = await Promise.all(secrets.map((secret) => answerBinding(at(NOW), { ...secret, answer: 'bind' })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await bound()).toHaveLength(1);
  });

  it('says what is wrong, and binds nobody', async () => {
    const { student, open, follow, bound, ctx } = await follower();
    expect(await follow('A'.repeat(43))).toContain('无效');
    const { state } = await open();
    expect(await follow(state, undefined, minutesLater(10))).toContain('过期');
    await follow(state);
    expect(await follow(state)).toContain('用过');
    const other = await open();
    await mintBinding(test.db, student.id);
    expect(await follow(other.state)).toContain('没有绑定');
    const third = await openTicket(ctx);
    await test.db.update(account).set({ sessionVersion: 9 }).where(eq(account.id, student.id));
    expect(await follow(third.token)).toContain('过期');
    expect(await bound()).toHaveLength(1);
  });
});

describe('attempts to take over', () => {
  const entries = (subjectKind: string, subjectId: number) =>
    test.db
      .select({ action: auditLog.action, after: auditLog.after, actorId: auditLog.actorId })
      .from(auditLog)
      .where(and(eq(auditLog.subjectKind, subjectKind), eq(auditLog.subjectId, String(subjectId))));

  it('leave an entry each, but no flood', async () => {
    const { student, person, open, scan } = await scene();
    const who = await person();
    const { state } = await open();
    await scan(state, who);
    for (let again = 0; again < 8; again += 1) await scan(state, who);
    const replayed = await entries('account', student.id);
    expect(replayed).toEqual(
      Array.from({ length: 3 }, () => ({ action: 'wechat.refuse', after: '{"attempt":"replayed"}', actorId: null })),
    );
  });

  it('over an existing binding too', async () => {
    const { student, open, scan } = await scene();
    await mintBinding(test.db, student.id);
    await scan((await open()).state);
    expect(await entries('account', student.id)).toMatchObject([{ after: '{"attempt":"taken"}' }]);
  });
});
