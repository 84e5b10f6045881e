import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { bindingScene, codeOf, minutesLater, NOW } from '@/tests/support/binding-scene';
import { refusal } from '@/tests/support/fake-wechat';
import { mintBinding, mintMessage, readMessages, sendJobOf } from '@/tests/support/message-factories';
import { secretOf } from '@/tests/support/scan';
import { answerBinding } from './answer-binding';
import { receiveScan } from './receive-scan';
import { replaceTickets } from './replace-tickets';
import { unbind } from './unbind';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const scene = () => bindingScene(test.db);

describe('scanning and confirming', () => {
  it('binds, once the person said so, and lets go what waited', async () => {
    const { student, person, open, scan, answer, ticket, bound } = await scene();
    const { id: waiting } = await mintMessage(test.db, student.id, { status: 'waiting_for_bind' });
    const { id, state } = await open();
    const who = await person();
    const scanned = await scan(state, who);
    expect(await ticket(id)).toMatchObject({ status: 'scanned' });
    expect(await bound()).toEqual([]);
    expect(await answer(scanned)).toEqual({ ok: true, value: null });
    expect(await bound()).toMatchObject([{ openid: who.openid, nickname: who.nickname, boundAt: NOW }]);
    expect(await ticket(id)).toMatchObject({ status: 'bound' });
    expect(await readMessages(test.db, student.id)).toMatchObject([{ status: 'queued', dueAt: NOW }]);
    expect(await sendJobOf(test.db, waiting)).toEqual(NOW);
  });

  it('keeps neither the state nor the secret, only their hashes', async () => {
    const { open, scan, ticket } = await scene();
    const { id, state } = await open();
    const scanned = await scan(state);
    const row = JSON.stringify(await ticket(id));
    expect(state).toMatch(/^[A-Za-z0-9]{43}$/);
    expect(row).not.toContain(state);
    expect(row).not.toContain(secretOf(scanned).confirm);
  });

  it('twice says the same', async () => {
    const { open, scan, answer, bound } = await scene();
    const scanned = await scan((await open()).state);
    expect(await Promise.all([answer(scanned), answer(scanned), answer(scanned)])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true, value: null })),
    );
    expect(await bound()).toHaveLength(1);
  });

  it('refusing binds nothing, and cannot be taken back', async () => {
    const { open, scan, answer, ticket, bound } = await scene();
    const { id, state } = await open();
    const scanned = await scan(state);
    expect(await answer(scanned, 'refuse')).toMatchObject({ ok: true });
    expect(await answer(scanned, 'refuse')).toMatchObject({ ok: true });
    expect(codeOf(await answer(scanned, 'bind'))).toBe('TICKET_USED');
    expect(await ticket(id)).toMatchObject({ status: 'refused' });
    expect(await bound()).toEqual([]);
  });

  it('a binding is not undone by refusing afterwards', async () => {
    const { open, scan, answer, bound } = await scene();
    const scanned = await scan((await open()).state);
    await answer(scanned);
    expect(codeOf(await answer(scanned, 'refuse'))).toBe('TICKET_USED');
    expect(await bound()).toHaveLength(1);
  });
});

describe('a ticket works once, for ten minutes', () => {
  it('is refused when it was never issued', async () => {
    const { scan } = await scene();
    expect(await scan('A'.repeat(43))).toMatchObject({ ok: false, error: { code: 'TICKET_FORGED' }, ticket: null });
  });

  it('is refused when it is replayed, whatever became of it', async () => {
    for (const end of ['scanned', 'bound', 'refused'] as const) {
      const { open, scan, answer } = await scene();
      const { id, state } = await open();
      const scanned = await scan(state);
      if (end !== 'scanned') await answer(scanned, end === 'bound' ? 'bind' : 'refuse');
      expect(await scan(state)).toMatchObject({ ok: false, error: { code: 'TICKET_USED' }, ticket: { id } });
    }
  });

  it('is refused when its time is over, before and after the scan', async () => {
    const { open, scan, answer, bound } = await scene();
    const { state } = await open();
    expect(codeOf(await scan(state, undefined, minutesLater(10)))).toBe('TICKET_EXPIRED');
    const scanned = await scan(state, undefined, minutesLater(9));
    expect(codeOf(await answer(scanned, 'bind', minutesLater(10)))).toBe('TICKET_EXPIRED');
    expect(await bound()).toEqual([]);
  });

  it("cannot be answered with another ticket's secret, or a made-up one", async () => {
    const [mine, theirs] = [await scene(), await scene()];
    const [myScan, theirScan] = [
      await mine.scan((await mine.open()).state),
      await theirs.scan((await theirs.open()).state),
    ];
    const mixed = { ...secretOf(myScan), ticketId: secretOf(theirScan).ticketId, answer: 'bind' } as const;
    expect(codeOf(await answerBinding(mine.at(NOW), mixed))).toBe('TICKET_FORGED');
    expect(codeOf(await answerBinding(mine.at(NOW), { ...mixed, confirm: 'B'.repeat(43) }))).toBe('TICKET_FORGED');
    expect([await mine.bound(), await theirs.bound()]).toEqual([[], []]);
  });

  it('ends with the account being disabled, before and after the scan', async () => {
    const { student, open, scan, answer, bound } = await scene();
    const [first, second] = [await open(), await open()];
    const scanned = await scan(first.state);
    await test.db.update(account).set({ disabledAt: NOW }).where(eq(account.id, student.id));
    expect(codeOf(await answer(scanned))).toBe('TICKET_EXPIRED');
    expect(codeOf(await scan(second.state))).toBe('TICKET_EXPIRED');
    expect(await bound()).toEqual([]);
  });

  it('ends with the sessions of the account', async () => {
    const { student, open, scan, answer, bound } = await scene();
    const scanned = await scan((await open()).state);
    await test.db.update(account).set({ sessionVersion: 2 }).where(eq(account.id, student.id));
    expect(codeOf(await answer(scanned))).toBe('TICKET_EXPIRED');
    expect(await bound()).toEqual([]);
  });

  it('outlives two newer ones, and none after that', async () => {
    const { open, scan } = await scene();
    const tickets = [await open(), await open(), await open(), await open()];
    const results = [];
    for (const { state } of tickets) results.push(codeOf(await scan(state)));
    expect(results).toEqual(['TICKET_USED', 'ok', 'ok', 'ok']);
  });

  it('ends at once when the student asks for a new one, even on a phone', async () => {
    const { ctx, open, scan, answer } = await scene();
    const [shown, scanned] = [await open(), await open()];
    const scan1 = await scan(scanned.state);
    await replaceTickets(ctx);
    expect(codeOf(await answer(scan1))).toBe('TICKET_USED');
    expect(codeOf(await scan(shown.state))).toBe('TICKET_USED');
  });

  it('ends when another one has bound', async () => {
    const { open, scan, answer } = await scene();
    const [first, second] = [await open(), await open()];
    await answer(await scan(first.state));
    expect(codeOf(await scan(second.state))).toBe('TICKET_USED');
  });
});

describe('what WeChat brings back', () => {
  it('without a code is a refusal, which ends the ticket', async () => {
    const { at, open, scan, ticket } = await scene();
    const { id, state } = await open();
    expect(codeOf(await receiveScan(at(NOW), { state, code: null, browserSecret: null }))).toBe('BINDING_REFUSED');
    expect(await ticket(id)).toMatchObject({ status: 'refused' });
    expect(codeOf(await scan(state))).toBe('TICKET_USED');
  });

  it('from a 快照页 binds nobody, and the ticket can still be used', async () => {
    const { wechat, at, open, scan } = await scene();
    const { state } = await open();
    const person = wechat.person();
    const virtual = wechat.consent(person, { snapshot: true });
    expect(codeOf(await receiveScan(at(NOW), { state, code: virtual, browserSecret: null }))).toBe('WECHAT_SNAPSHOT');
    expect(await test.db.$count(wechatUser, eq(wechatUser.openid, person.openid))).toBe(0);
    expect(codeOf(await scan(state))).toBe('ok');
  });

  it.each([
    [{ kind: 'unknown', reason: 'no answer' } as const, 'WECHAT_UNAVAILABLE'],
    [{ kind: 'unsent', reason: 'no connection' } as const, 'WECHAT_UNAVAILABLE'],
    [refusal(-1, 'busy'), 'WECHAT_UNAVAILABLE'],
    [refusal(40125, 'configuration'), 'WECHAT_UNAVAILABLE'],
    [refusal(40163), 'TICKET_USED'],
    [refusal(40029), 'TICKET_USED'],
  ])('%o: %s, and the ticket can still be used', async (outcome, expected) => {
    const { wechat, open, scan } = await scene();
    const { state } = await open();
    wechat.oauthAnswers(outcome);
    expect(codeOf(await scan(state))).toBe(expected);
    wechat.oauthAnswers(null);
    expect(codeOf(await scan(state))).toBe('ok');
  });
});

describe('an existing binding is never overwritten', () => {
  it('of the account, by another WeChat', async () => {
    const { student, open, scan, ticket, bound } = await scene();
    const { openid } = await mintBinding(test.db, student.id);
    const { id, state } = await open();
    expect(codeOf(await scan(state))).toBe('BINDING_TAKEN');
    expect(await ticket(id)).toMatchObject({ status: 'taken' });
    expect(await bound()).toMatchObject([{ openid }]);
  });

  it('of the WeChat, by another account', async () => {
    const [first, second] = [await scene(), await scene()];
    const person = await first.person();
    await first.answer(await first.scan((await first.open()).state, person));
    const again = { state: (await second.open()).state, code: first.wechat.consent(person), browserSecret: null };
    expect(codeOf(await receiveScan(first.at(NOW), again))).toBe('BINDING_TAKEN');
    expect(await first.bound()).toHaveLength(1);
    expect(await second.bound()).toEqual([]);
  });
});

describe('at the same time', () => {
  it('two phones with one ticket: one binding', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { open, scan, answer, bound } = await scene();
      const { state } = await open();
      const scans = await Promise.all([scan(state), scan(state)]);
      expect(new Set(scans.map(codeOf))).toEqual(new Set(['TICKET_USED', 'ok']));
      await Promise.all(scans.filter((result) => result.ok).map((result) => answer(result)));
      expect(await bound()).toHaveLength(1);
    }
  });

  it('two phones with a ticket each: one binding', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { open, scan, answer, bound } = await scene();
      const [first, second] = [await open(), await open()];
      const scans = await Promise.all([scan(first.state), scan(second.state)]);
      const answers = await Promise.all(scans.map((result) => answer(result)));
      const codes = answers.map(codeOf);
      expect(codes.filter((one) => one === 'ok')).toHaveLength(1);
      expect(['BINDING_TAKEN', 'TICKET_USED']).toContain(codes.find((one) => one !== 'ok'));
      expect(await bound()).toHaveLength(1);
    }
  });

  it('two accounts and one WeChat: one binding', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [first, second] = [await scene(), await scene()];
      const person = await first.person();
      const ctx = first.at(NOW);
      const scanAs = async (state: string) =>
        receiveScan(ctx, { state, code: first.wechat.consent(person), browserSecret: null });
      const scans = await Promise.all([scanAs((await first.open()).state), scanAs((await second.open()).state)]);
      const answers = await Promise.all(scans.map((result) => first.answer(result)));
      expect(new Set(answers.map(codeOf))).toEqual(new Set(['BINDING_TAKEN', 'ok']));
      expect((await first.bound()).length + (await second.bound()).length).toBe(1);
    }
  });
});

describe('unbinding', () => {
  it('frees both, and cancels what has not left yet', async () => {
    const { student, person, ctx, open, scan, answer, bound } = await scene();
    const who = await person();
    await answer(await scan((await open()).state, who));
    await mintMessage(test.db, student.id);
    await mintMessage(test.db, student.id, { status: 'accepted' });
    await unbind(ctx);
    expect(await bound()).toEqual([]);
    const messages = await readMessages(test.db, student.id);
    expect(messages.map(({ status }) => status)).toEqual(['cancelled', 'accepted']);
    expect(await answer(await scan((await open()).state, who))).toMatchObject({ ok: true });
  });

  it('is refused to an account that has no password: it would be the last way in', async () => {
    const { student, ctx, open, scan, answer, bound } = await scene();
    await answer(await scan((await open()).state));
    await test.db.update(account).set({ passwordHash: null }).where(eq(account.id, student.id));
    expect(codeOf(await unbind(ctx))).toBe('PASSWORD_NEEDED');
    expect(await bound()).toHaveLength(1);
  });

  it('what is not bound changes nothing', async () => {
    const { student, ctx, bound } = await scene();
    await mintMessage(test.db, student.id, { status: 'waiting_for_bind' });
    await unbind(ctx);
    expect(await bound()).toEqual([]);
    expect(await readMessages(test.db, student.id)).toMatchObject([{ status: 'waiting_for_bind' }]);
  });
});
