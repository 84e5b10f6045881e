import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { ByteLru } from '@/lib/cache/byte-lru.mjs';
import { TagVersions, tagReader } from '@/lib/cache/tag-versions.mjs';
import { createCacheHandler } from '@/lib/cache-handler.mjs';
import { expireTags } from './expire-tags';

const page = (html: string) => ({
  kind: 'APP_PAGE',
  html,
  status: 200,
  headers: { 'x-next-cache-tags': '_N_T_/layout,catalogue,product:go' },
});

let db: Database;
let sql: Sql;
beforeAll(async () => {
  const own = await testDatabase();
  db = own.db;
  sql = postgres(own.url, { max: 2 });
});
afterAll(async () => {
  await sql.end();
  await db.$client.end();
});

/** One site process: its requests share what it knows. */
function siteProcess() {
  const shared = { tags: new TagVersions(tagReader(sql)), entries: new ByteLru(10_000_000) };
  const Handler = createCacheHandler(shared);
  const request = () => {
    // Every test request looks at the table, as one does that comes more than a second after the last.
    shared.tags.forget();
    return new Handler();
  };
  const read = async (key: string) => (await request().get(key))?.value.html;
  const render = async (key: string, html: string) => {
    const handler = request();
    await handler.get(key);
    await handler.set(key, page(html), {});
  };
  return { request, read, render };
}

describe('expireTags', () => {
  test('takes a page out of the caches of two processes at once', async () => {
    const [one, two] = [siteProcess(), siteProcess()];
    await one.render('/both', 'old');
    await two.render('/both', 'old');
    expect([await one.read('/both'), await two.read('/both')]).toEqual(['old', 'old']);
    await expireTags({ db }, ['product:go']);
    expect([await one.read('/both'), await two.read('/both')]).toEqual([undefined, undefined]);
    await one.render('/both', 'new');
    expect(await one.read('/both')).toBe('new');
  });

  test('leaves pages without the tag alone, and expires one tag many times', async () => {
    const site = siteProcess();
    await site.render('/kept', 'kept');
    await expireTags({ db }, ['product:rust', 'product:rust', 'product:c']);
    await expireTags({ db }, ['product:rust']);
    expect(await site.read('/kept')).toBe('kept');
  });

  test('a page whose render began before the expiry is never served, even when it is stored after it', async () => {
    const site = siteProcess();
    const slow = site.request();
    await slow.get('/race');
    await expireTags({ db }, ['product:go']);
    await slow.set('/race', page('old'), {});
    expect(await site.read('/race')).toBeUndefined();
  });

  test('a render that began while the expiring transaction was open is not served after its commit', async () => {
    const site = siteProcess();
    const slow = site.request();
    await db.transaction(async (tx) => {
      await expireTags({ db: tx }, ['product:go']);
      await slow.get('/open');
      await slow.set('/open', page('old'), {});
      expect(await site.read('/open')).toBe('old');
    });
    expect(await site.read('/open')).toBeUndefined();
  });

  test('expires nothing when its transaction is rolled back', async () => {
    const site = siteProcess();
    await site.render('/rolled-back', 'kept');
    await db
      .transaction(async (tx) => {
        await expireTags({ db: tx }, ['product:go']);
        throw new Error('changed my mind');
      })
      .catch(() => undefined);
    expect(await site.read('/rolled-back')).toBe('kept');
  });
});

describe('without an answer from the database', () => {
  test('known pages are served for a minute, then none, and nothing is kept', async () => {
    let broken = false;
    const tags = new TagVersions(async (seconds) => {
      if (broken) throw new Error('connection refused');
      return tagReader(sql)(seconds);
    });
    const Handler = createCacheHandler({ tags, entries: new ByteLru(10_000_000) });
    const first = new Handler();
    await first.get('/outage');
    await first.set('/outage', page('known'), {});
    broken = true;
    tags.forget();
    expect((await new Handler().get('/outage'))?.value.html).toBe('known');
    const later = performance.now() + 61_000;
    const clock = vi.spyOn(performance, 'now').mockReturnValue(later);
    const late = new Handler();
    expect(await late.get('/outage')).toBeNull();
    await late.set('/new', page('new'), {});
    clock.mockRestore();
    broken = false;
    tags.forget();
    expect(await new Handler().get('/new')).toBeNull();
  });
});
