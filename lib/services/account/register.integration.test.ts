import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { account } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { freshAddress, freshUsername, PASSWORD, visitorCtx } from '@/tests/support/account-factories';
import { only } from '@/tests/support/factories';
import { register } from './register';

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

const named = (username: string) =>
  db
    .select()
    .from(account)
    .where(eq(sql`lower(${account.username})`, username));

describe('register', () => {
  it('makes a student who is called by the user name and whose password is not kept', async () => {
    const username = freshUsername();
    const result = await register(visitorCtx(db), { username, password: PASSWORD, address: freshAddress() });
    const made = only(await named(username));
    expect(result).toEqual({ ok: true, value: { accountId: made.id } });
    expect(made).toMatchObject({
      username,
      nickname: username,
      role: 'student',
      sessionVersion: 1,
      isDemo: false,
      email: null,
    });
    expect(made.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('gives a name to one of 20 who ask for it at once, in whatever case', async () => {
    const username = freshUsername();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        register(visitorCtx(db), {
          username: index % 2 ? username.toUpperCase() : username,
          password: PASSWORD,
          address: freshAddress(),
        }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok)).toEqual(
      Array.from({ length: 19 }, () => ({ ok: false, error: { code: 'USERNAME_TAKEN', field: 'username' } })),
    );
    expect(await named(username)).toHaveLength(1);
  });

  it('is let through so often a minute for an address, whatever the names, and costs nothing after that', async () => {
    const address = freshAddress();
    const username = freshUsername();
    const ask = (from: string, name = username) =>
      register(visitorCtx(db), { username: name, password: PASSWORD, address: from });
    const codes = [];
    for (let turn = 0; turn < 61; turn += 1) {
      const answer = await ask(address);
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes.slice(0, 2)).toEqual(['ok', 'USERNAME_TAKEN']);
    expect(codes.slice(58)).toEqual(['USERNAME_TAKEN', 'USERNAME_TAKEN', 'THROTTLED']);
    const another = freshUsername();
    expect(await ask(address, another)).toMatchObject({ error: { code: 'THROTTLED' } });
    expect(await named(another)).toEqual([]);
    expect((await ask(freshAddress(), another)).ok).toBe(true);
  });
});
