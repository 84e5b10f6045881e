import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { account } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { freshAddress, freshUsername, PASSWORD, registerStudent, visitorCtx } from '@/tests/support/account-factories';
import { FAILURES_ALLOWED } from '../throttle/failure-keys';
import { signIn } from './sign-in';

const verified = vi.hoisted(() => vi.fn<(hashed: string) => void>());
vi.mock('@node-rs/argon2', async (importOriginal) => {
  const real = await importOriginal<typeof import('@node-rs/argon2')>();
  const verify: typeof real.verify = (hashed, ...rest) => {
    verified(String(hashed));
    return real.verify(hashed, ...rest);
  };
  return { ...real, verify };
});

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});
beforeEach(() => {
  verified.mockClear();
});

const second = (count: number): Date => new Date(Date.UTC(2030, 0, 1, 12, 0, count));
const attempt = (username: string, password: string, address = freshAddress(), now = new Date()) =>
  signIn(visitorCtx(db, now), { username, password, address });
const code = (result: Awaited<ReturnType<typeof attempt>>): string => (result.ok ? 'OK' : result.error.code);

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const tally = (codes: string[]) =>
  Object.fromEntries([...new Set(codes)].map((c) => [c, codes.filter((x) => x === c).length]));

describe('signIn', () => {
  it('knows an account by its name in any case and width', async () => {
    const student = await registerStudent(db);
    for (const typed of [student.username, student.username.toUpperCase(), student.username.replace('u', 'ｕ')]) {
      expect(await attempt(typed, PASSWORD)).toEqual({ ok: true, value: { accountId: student.id, sessionVersion: 1 } });
    }
  });

  it('answers an unknown name, a wrong password and a disabled account alike, after one real check each', async () => {
    const student = await registerStudent(db);
    const disabled = await registerStudent(db);
    await db.update(account).set({ disabledAt: new Date() }).where(eq(account.id, disabled.id));
    const answers = [
      await attempt(student.username, 'wrong'),
      await attempt(freshUsername(), PASSWORD),
      await attempt('没有\u0000这样的名字', PASSWORD),
      await attempt(disabled.username, PASSWORD),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"error":{"code":"WRONG_CREDENTIALS"}}']),
    );
    expect(verified).toHaveBeenCalledTimes(4);
    const costs = verified.mock.calls.map(([hashed]) => hashed.split('$').slice(0, 4).join('$'));
    expect(new Set(costs)).toEqual(new Set(['$argon2id$v=19$m=19456,t=2,p=1']));
  });

  it('refuses the right password, unheard, after ten wrong ones, and hears it again after a minute', async () => {
    const student = await registerStudent(db);
    const wrong = await Promise.all(
      times(FAILURES_ALLOWED, () => attempt(student.username, 'wrong', undefined, second(0))),
    );
    expect(tally(wrong.map(code))).toEqual({ WRONG_CREDENTIALS: FAILURES_ALLOWED });
    verified.mockClear();
    expect(code(await attempt(student.username.toUpperCase(), PASSWORD, undefined, second(59)))).toBe('THROTTLED');
    expect(verified).not.toHaveBeenCalled();
    expect(code(await attempt(student.username, PASSWORD, undefined, second(60)))).toBe('OK');
  });

  it('hears ten failures after a minute again, and no more', async () => {
    const name = freshUsername();
    for (const at of [second(0), second(60), second(300)]) {
      const codes = await Promise.all(times(12, () => attempt(name, 'wrong', undefined, at)));
      expect(tally(codes.map(code))).toEqual({ WRONG_CREDENTIALS: 10, THROTTLED: 2 });
    }
  });

  it('counts 50 parallel wrong tries exactly, by account', async () => {
    const student = await registerStudent(db);
    const answers = await Promise.all(times(50, () => attempt(student.username, 'wrong')));
    expect(tally(answers.map(code))).toEqual({ WRONG_CREDENTIALS: 10, THROTTLED: 40 });
  });

  it('counts 50 parallel wrong tries exactly, by address', async () => {
    const address = freshAddress();
    const answers = await Promise.all(times(50, () => attempt(freshUsername(), 'wrong', address)));
    expect(tally(answers.map(code))).toEqual({ WRONG_CREDENTIALS: 10, THROTTLED: 40 });
    const student = await registerStudent(db);
    expect(code(await attempt(student.username, PASSWORD, address))).toBe('THROTTLED');
    expect(code(await attempt(student.username, PASSWORD))).toBe('OK');
  });

  it('counts no success: a full classroom signs in at once', async () => {
    const [address, student] = [freshAddress(), await registerStudent(db)];
    const answers = await Promise.all(times(30, () => attempt(student.username, PASSWORD, address)));
    expect(tally(answers.map(code))).toEqual({ OK: 30 });
  });

  it('does not deadlock when many guess at the same accounts from the same addresses', async () => {
    const names = times(4, freshUsername);
    const addresses = times(4, freshAddress);
    const pairs = names.flatMap((name) => addresses.flatMap((address) => times(3, () => [name, address] as const)));
    const codes = await Promise.all(pairs.map(([name, address]) => attempt(name, 'wrong', address)));
    expect(codes.map(code).every((answer) => answer === 'WRONG_CREDENTIALS' || answer === 'THROTTLED')).toBe(true);
  });
});
