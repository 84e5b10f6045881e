import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb } from '@/db/client';
import { wechatToken } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { TokenGrant, WechatOutcome } from '@/lib/gateways/wechat/gateway';
import { only, unique } from '@/tests/support/factories';
import { startWechatStub } from '@/tests/support/wechat-stub';
import { databaseTokenSource } from './token-source';
import { tokenStore } from './token-store';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const values = (outcomes: readonly WechatOutcome<string>[]) =>
  new Set(outcomes.map((outcome) => (outcome.kind === 'ok' ? outcome.value : outcome.kind)));

/** An app, and a platform that gives it tokens: the same until forced, as /cgi-bin/stable_token does. */
function scene(seconds = 7200) {
  const appId = unique('wx');
  const asked: boolean[] = [];
  let version = 1;
  const fetchToken = async (force: boolean): Promise<WechatOutcome<TokenGrant>> => {
    asked.push(force);
    if (force) version += 1;
    await pause(30);
    return { kind: 'ok', value: { token: `${appId}-${version}`, expiresInSeconds: seconds } };
  };
  return {
    appId,
    asked,
    fetchToken,
    source: () => databaseTokenSource(test.db, appId, fetchToken),
    row: async () => only(await test.db.select().from(wechatToken).where(eq(wechatToken.appId, appId))),
    replaceAtPlatform: () => {
      version += 1;
    },
  };
}

describe('one token for all', () => {
  it('is fetched once for 50 that ask through two pools, and kept', async () => {
    const { appId, asked, fetchToken, row } = scene();
    const other = createDb(test.url, { max: 5 });
    // A source for each request: no help from what one process remembers.
    const sources = times(50, (index) => databaseTokenSource(index % 2 ? other : test.db, appId, fetchToken));
    const outcomes = await Promise.all(sources.map((source) => source.current()));
    await other.$client.end();
    expect(values(outcomes)).toEqual(new Set([`${appId}-1`]));
    expect(asked).toEqual([false]);
    expect(await row()).toMatchObject({ token: `${appId}-1`, fetches: 1, leaseId: null, leasedUntil: null });
  });

  it('is fetched once by two processes that make 25 calls each', async () => {
    const stub = await startWechatStub(async ({ path }) => {
      if (!path.endsWith('/stable_token')) return { errcode: 0, errmsg: 'ok' };
      await pause(200);
      return { access_token: 'AT', expires_in: 7200 };
    });
    const run = async () => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/token-child.ts'], {
        env: { ...process.env, DATABASE_URL: test.url, STUB_URL: stub.url, APP_ID: 'wx-two-processes', CALLS: '25' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [code] = await once(child, 'exit');
      return code;
    };
    expect(await Promise.all([run(), run()])).toEqual([0, 0]);
    expect(stub.to('/cgi-bin/stable_token')).toHaveLength(1);
    expect(stub.to('/cgi-bin/message/custom/send')).toHaveLength(50);
    await stub.stop();
  });

  it('is fetched again shortly before it ends', async () => {
    const { asked, source } = scene(59);
    await source().current();
    await source().current();
    expect(asked).toEqual([false, false]);
  });
});

describe('a token that was refused', () => {
  it('is renewed once for 50 that were refused, without force if the platform has a newer one', async () => {
    const { appId, asked, source, replaceAtPlatform } = scene();
    await source().current();
    replaceAtPlatform();
    const outcomes = await Promise.all(times(50, () => source().renew(`${appId}-1`)));
    expect(values(outcomes)).toEqual(new Set([`${appId}-2`]));
    expect(asked).toEqual([false, false]);
  });

  it('is forced only when the platform still gives the same', async () => {
    const { appId, asked, source } = scene();
    await source().current();
    expect(await source().renew(`${appId}-1`)).toEqual({ kind: 'ok', value: `${appId}-2` });
    expect(asked).toEqual([false, false, true]);
  });

  it('is not given back when the platform refuses to make another', async () => {
    const { appId, row } = scene();
    const stubborn = async (): Promise<WechatOutcome<TokenGrant>> => ({
      kind: 'ok',
      value: { token: 'same', expiresInSeconds: 7200 },
    });
    const source = databaseTokenSource(test.db, appId, stubborn);
    expect(await source.renew('same')).toMatchObject({ kind: 'unsent' });
    expect(await row()).toMatchObject({ token: null, leaseId: null });
  });
});

describe('a holder of the lease', () => {
  it('that died is waited for until its lease runs out', async () => {
    const { appId, asked, fetchToken } = scene();
    expect(await tokenStore(test.db, appId, 'access').claim('dead', null, 1)).toBe(true);
    const started = performance.now();
    const source = databaseTokenSource(test.db, appId, fetchToken, { leaseSeconds: 3 });
    expect(await source.current()).toEqual({ kind: 'ok', value: `${appId}-1` });
    expect(performance.now() - started).toBeGreaterThan(700);
    expect(asked).toEqual([false]);
  });

  it('that comes back too late changes nothing', async () => {
    const { appId, source, row } = scene();
    const store = tokenStore(test.db, appId, 'access');
    await store.claim('late', null, 0);
    await source().current();
    await store.end('late', { token: 'stale', expiresInSeconds: 7200 });
    expect(await row()).toMatchObject({ token: `${appId}-1`, fetches: 1 });
  });

  it('whose fetch fails says so, and the next one fetches', async () => {
    const { appId, fetchToken, asked } = scene();
    const refused = { kind: 'refused', refusal: { errcode: 40164, errmsg: '', class: 'configuration' } } as const;
    const failing = databaseTokenSource(test.db, appId, async () => refused);
    expect(await failing.current()).toEqual(refused);
    expect(await databaseTokenSource(test.db, appId, fetchToken).current()).toMatchObject({ kind: 'ok' });
    expect(asked).toHaveLength(1);
  });

  it('whose fetch throws gives the lease back', async () => {
    const { appId, row } = scene();
    const broken = databaseTokenSource(test.db, appId, () => Promise.reject(new Error('broken')));
    await expect(broken.current()).rejects.toThrow('broken');
    expect(await row()).toMatchObject({ token: null, leaseId: null });
  });
});
