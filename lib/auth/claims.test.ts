import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readClaims } from './claims';
import { SESSION_SECONDS, secureCookies, sessionCookieName } from './session-cookie';

const settings = vi.hoisted(() => ({
  APP_URL: 'http://127.0.0.1:3000',
  AUTH_SECRET: 'a secret of this test, and of it alone',
}));
vi.mock('@/lib/env', () => ({ env: () => settings }));

afterEach(() => {
  vi.useRealTimers();
  settings.APP_URL = 'http://127.0.0.1:3000';
});

const token = { sub: '7', sessionVersion: 3, sessionId: randomUUID() };
const issue = (claims: object, secret = settings.AUTH_SECRET, salt = sessionCookieName()) =>
  encode({ token: { ...claims }, secret, salt, maxAge: SESSION_SECONDS });

describe('readClaims', () => {
  it('reads what was issued', async () => {
    vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') });
    expect(await readClaims(await issue(token))).toEqual({
      accountId: 7,
      sessionId: token.sessionId,
      sessionVersion: 3,
      issuedAt: new Date('2030-01-01T00:00:00Z'),
    });
  });

  it('refuses a token after 30 days', async () => {
    vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') });
    const issued = await issue(token);
    vi.setSystemTime(new Date('2030-01-30T23:59:00Z'));
    expect(await readClaims(issued)).not.toBeNull();
    vi.setSystemTime(new Date('2030-01-31T00:01:00Z'));
    expect(await readClaims(issued)).toBeNull();
  });

  it('refuses what was not issued for this', async () => {
    const foreign = [
      '',
      'nonsense',
      'a.b.c.d.e',
      await issue(token, 'another secret of the same great length'),
      await issue(token, settings.AUTH_SECRET, 'another cookie'),
      await issue({ ...token, sub: 'luffy' }),
      await issue({ ...token, sub: '-1' }),
      await issue({ ...token, sessionVersion: '3' }),
      await issue({ ...token, sessionId: undefined }),
    ];
    expect(await Promise.all(foreign.map(readClaims))).toEqual(foreign.map(() => null));
  });
});

describe('the session cookie', () => {
  it('is bound to this host and to https where the site has it', () => {
    expect([sessionCookieName(), secureCookies()]).toEqual(['luffy.session', false]);
    settings.APP_URL = 'https://shop.example';
    expect([sessionCookieName(), secureCookies()]).toEqual(['__Host-luffy.session', true]);
  });
});
