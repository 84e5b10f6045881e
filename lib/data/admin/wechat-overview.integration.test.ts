import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { message, wechatEvent, wechatQuota, wechatToken, wechatUser } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { mintAccount, unique } from '@/tests/support/factories';

const held = vi.hoisted((): { db?: Database } => ({}));
vi.mock('./admin-db', () => ({ adminDb: async () => held.db }));
vi.mock('@/lib/context', () => ({ wechatAppId: () => 'wx-ours' }));

const { getWechatOverview } = await import('./wechat-overview');

// Noon on 2026-03-10 in Shanghai.
const NOW = new Date('2026-03-10T04:00:00Z');
/** An instant by the clock in Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  held.db = db;
});
afterAll(() => db.$client.end());

const push = (event: string | null, receivedAt: Date, appId = 'wx-ours') =>
  db.insert(wechatEvent).values({
    appId,
    dedupeKey: randomUUID(),
    signature: randomUUID(),
    type: event === null ? 'text' : 'event',
    event,
    happenedAt: receivedAt,
    receivedAt,
  });

async function send(status: 'accepted' | 'delivered' | 'failed', when: Date): Promise<void> {
  const { id: accountId } = await mintAccount(db);
  await db.insert(message).values({
    accountId,
    cause: unique('cause'),
    kind: 'text',
    title: '测试',
    content: { kind: 'text', text: '测试' },
    status,
    clientMsgId: randomUUID(),
    sendingSince: when,
    acceptedAt: status === 'failed' ? null : when,
    deliveredAt: status === 'delivered' ? when : null,
  });
}

it('counts people, pushes and messages by the day in Shanghai, of this account alone', async () => {
  const { id } = await mintAccount(db);
  const followedAt = at('2026-03-01T10:00:00');
  await db.insert(wechatUser).values([
    { appId: 'wx-ours', openid: 'a', followedAt },
    { appId: 'wx-ours', openid: 'b', accountId: id, boundAt: at('2026-03-09T23:59:59') },
    { appId: 'wx-other', openid: 'c', followedAt },
  ]);
  const [last, first] = [at('2026-03-09T23:59:59'), at('2026-03-10T00:00:00')];
  for (const event of ['subscribe', 'subscribe', 'unsubscribe', 'CLICK', 'VIEW', 'SCAN', null])
    await push(event, first);
  await push('subscribe', last);
  await push('subscribe', first, 'wx-other');
  for (const status of ['accepted', 'delivered', 'failed'] as const) await send(status, first);

  const { followers, bound, lastPushAt, series } = await getWechatOverview(NOW);
  expect({ followers, bound, lastPushAt }).toEqual({ followers: 1, bound: 1, lastPushAt: first });
  expect(series).toHaveLength(30);
  expect(series.at(-1)).toEqual({
    day: '2026-03-10',
    followed: 2,
    left: 1,
    bound: 0,
    said: 1,
    clicked: 2,
    scanned: 1,
    sent: 2,
    delivered: 1,
    failed: 1,
  });
  expect(series.at(-2)).toMatchObject({ day: '2026-03-09', followed: 1, bound: 1, sent: 0 });
});

it('tells what of the quotas is used today, until when they are blocked, and how the tokens stand', async () => {
  const soon = new Date(NOW.getTime() + 60_000);
  const before = new Date(NOW.getTime() - 60_000);
  await db.insert(wechatQuota).values([
    { appId: 'wx-ours', kind: 'custom', day: '2026-03-10', used: 7, blockedUntil: before },
    { appId: 'wx-ours', kind: 'template', day: '2026-03-09', used: 9, blockedUntil: soon },
    { appId: 'wx-other', kind: 'subscribe', day: '2026-03-10', used: 9 },
  ]);
  await db.insert(wechatToken).values([
    { appId: 'wx-ours', kind: 'access', token: 'secret', expiresAt: soon, fetches: 3 },
    { appId: 'wx-ours', kind: 'jsapi', token: 'secret', expiresAt: before, fetches: 1 },
  ]);
  const overview = await getWechatOverview(NOW);
  expect(overview.quotas).toEqual([
    { kind: 'custom', used: 7, limit: 500_000, blockedUntil: null },
    { kind: 'template', used: 0, limit: 100_000, blockedUntil: soon },
    { kind: 'subscribe', used: 0, limit: 100_000, blockedUntil: null },
  ]);
  expect(overview.tokens.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
    { kind: 'access', expiresAt: soon, fetches: 3 },
    { kind: 'jsapi', expiresAt: null, fetches: 1 },
  ]);
  expect(JSON.stringify(overview)).not.toContain('secret');
});
