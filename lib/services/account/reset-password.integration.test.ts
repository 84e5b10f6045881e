import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, auditLog, message, passwordReset } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { freshAddress, PASSWORD, registerStudent, visitorCtx } from '@/tests/support/account-factories';
import { mintBinding } from '@/tests/support/message-factories';
import { askResetCode } from './ask-reset-code';
import { forgetOldResets } from './forget-old-resets';
import { resetPassword } from './reset-password';
import { sendResetCode } from './send-reset-code';
import { signIn } from './sign-in';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const NOW = new Date('2026-03-10T04:00:00Z');
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const NEW = 'a straw hat of gold';

async function scene(options: { bound: boolean } = { bound: true }) {
  const student = await registerStudent(test.db);
  if (options.bound) await mintBinding(test.db, student.id);
  const send = (now = NOW) => sendResetCode(visitorCtx(test.db, now), { username: student.username });
  /** The digits of the newest message. */
  const code = async () => {
    const [sent] = await test.db
      .select({ content: message.content })
      .from(message)
      .where(eq(message.accountId, student.id))
      .orderBy(desc(message.id))
      .limit(1);
    if (sent?.content.kind !== 'notice' || sent.content.notice !== 'password_code') throw new Error('no code');
    return sent.content.facts.code ?? '';
  };
  const reset = (typed: string, now = NOW, username: string = student.username) =>
    resetPassword(visitorCtx(test.db, now), { username, code: typed, newPassword: NEW, address: freshAddress() });
  const messages = () => test.db.$count(message, eq(message.accountId, student.id));
  const canSignIn = async (password: string) =>
    (await signIn(visitorCtx(test.db), { username: student.username, password, address: freshAddress() })).ok;
  return { student, send, code, reset, messages, canSignIn };
}

const codeOf = (result: { ok: boolean } & { error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
/** Six digits that are not these. */
const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0');

describe('a forgotten password', () => {
  it('is set anew with the code, ends every session and leaves an entry', async () => {
    const { student, send, code, reset, canSignIn } = await scene();
    await send();
    expect(await code()).toMatch(/^\d{6}$/);
    expect(codeOf(await reset(await code(), NOW, student.username.toUpperCase()))).toBe('ok');
    expect([await canSignIn(PASSWORD), await canSignIn(NEW)]).toEqual([false, true]);
    const [row] = await test.db.select().from(account).where(eq(account.id, student.id));
    expect(row?.sessionVersion).toBe(2);
    const subject = and(eq(auditLog.subjectKind, 'account'), eq(auditLog.subjectId, String(student.id)));
    expect(await test.db.select({ action: auditLog.action }).from(auditLog).where(subject)).toEqual([
      { action: 'account.reset-password' },
    ]);
  });

  it('takes a code once, however many try at the same time', async () => {
    const { send, code, reset } = await scene();
    await send();
    const right = await code();
    const results = await Promise.all([reset(right), reset(right), reset(right)]);
    expect(results.map(codeOf).filter((one) => one === 'ok')).toHaveLength(1);
    expect(codeOf(await reset(right))).toBe('RESET_CODE_WRONG');
  });

  it('takes five guesses, in a row or at once, and then not even the right one', async () => {
    const { send, code, reset, canSignIn } = await scene();
    await send();
    const right = await code();
    await Promise.all(Array.from({ length: 5 }, () => reset(wrong(right))));
    expect(codeOf(await reset(right))).toBe('RESET_CODE_WRONG');
    expect(await canSignIn(PASSWORD)).toBe(true);
  });

  it('takes no code after ten minutes, nor one that a newer one replaced', async () => {
    const { send, code, reset } = await scene();
    await send();
    const first = await code();
    expect(codeOf(await reset(first, minutesLater(10)))).toBe('RESET_CODE_WRONG');
    await send(minutesLater(1));
    const second = await code();
    if (first !== second) expect(codeOf(await reset(first, minutesLater(2)))).toBe('RESET_CODE_WRONG');
    expect(codeOf(await reset(second, minutesLater(2)))).toBe('ok');
  });

  it('answers an unknown name like a wrong code, and in the end makes both wait', async () => {
    const { reset } = await scene();
    const results = [];
    for (let guess = 0; guess < 11; guess += 1) results.push(codeOf(await reset('123456', NOW, 'nobody_at_all')));
    expect(results.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'RESET_CODE_WRONG'));
    expect(results[10]).toBe('THROTTLED');
  });

  it('is nothing for a disabled account, whose code was sent before', async () => {
    const { student, send, code, reset } = await scene();
    await send();
    await test.db.update(account).set({ disabledAt: NOW }).where(eq(account.id, student.id));
    expect(codeOf(await reset(await code()))).toBe('RESET_CODE_WRONG');
  });
});

describe('the code', () => {
  it('goes out six times a day at the most', async () => {
    const { send, messages } = await scene();
    for (let quarter = 0; quarter < 9; quarter += 1) await send(minutesLater(quarter * 16));
    expect(await messages()).toBe(6);
    await send(minutesLater(24 * 60 + 1));
    expect(await messages()).toBe(7);
  });

  it('goes to nobody without a WeChat, and to no unknown or disabled account', async () => {
    const unbound = await scene({ bound: false });
    await unbound.send();
    expect(await unbound.messages()).toBe(0);
    const disabled = await scene();
    await test.db.update(account).set({ disabledAt: NOW }).where(eq(account.id, disabled.student.id));
    await disabled.send();
    expect(await disabled.messages()).toBe(0);
    await sendResetCode(visitorCtx(test.db, NOW), { username: 'nobody_at_all' });
  });

  it('is kept as a slow hash, and thrown away a day later', async () => {
    const { student, send, code } = await scene();
    await send();
    const own = eq(passwordReset.accountId, student.id);
    const [row] = await test.db.select().from(passwordReset).where(own);
    expect(row?.codeHash).toMatch(/^\$argon2id\$/);
    expect(row?.codeHash).not.toContain(await code());
    await forgetOldResets(visitorCtx(test.db, minutesLater(24 * 60 + 11)));
    expect(await test.db.$count(passwordReset, own)).toBe(0);
  });

  it('is sent three times in a quarter of an hour', async () => {
    const { send, messages } = await scene();
    for (let turn = 0; turn < 5; turn += 1) await send(minutesLater(turn));
    expect(await messages()).toBe(3);
    await send(minutesLater(20));
    expect(await messages()).toBe(4);
  });

  it('is asked for with the same answer for every name, until the address has asked enough', async () => {
    const address = freshAddress();
    const { student } = await scene();
    const ask = (username: string) => askResetCode(visitorCtx(test.db, NOW), { username, address });
    const results = [];
    for (const name of [student.username, 'nobody_at_all', '不可能的名字', ...Array.from({ length: 8 }, () => 'x')]) {
      results.push(codeOf(await ask(name)));
    }
    expect(results).toEqual([...Array.from({ length: 10 }, () => 'ok'), 'THROTTLED']);
    expect(await ask('x')).toMatchObject({ error: { detail: expect.stringContaining('15 分钟') } });
  });
});
