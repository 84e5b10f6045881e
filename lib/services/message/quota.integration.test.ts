import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wechatQuota } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { refusal } from '@/tests/support/fake-wechat';
import { CARD, TEXT } from '@/tests/support/message-factories';
import { afterNoon, sendingScene } from '@/tests/support/sending-scene';
import { claimBatch, claimMessage } from './claim-message';
import { sendClaimed } from './send-claimed';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());
const scene = (seen?: Parameters<typeof sendingScene>[1]) => sendingScene(test.db, seen);

const MIDNIGHT = new Date('2026-03-10T16:01:00Z');

describe('the quota', () => {
  it('is counted by kind and day', async () => {
    const { put, quota } = await scene();
    await (await put(CARD)).send();
    await (await put(CARD)).send();
    await (await put(TEXT)).send();
    expect(await quota('template')).toMatchObject({ used: 2, day: '2026-03-10', blockedUntil: null });
    expect(await quota('custom')).toMatchObject({ used: 1 });
    await (await put(CARD)).send(afterNoon(86_400));
    expect(await quota('template')).toMatchObject({ used: 1, day: '2026-03-11' });
  });

  it('of the new day is not taken back by a worker that began before midnight', async () => {
    const { put, quota } = await scene();
    const [before, after] = [new Date('2026-03-10T15:59:59Z'), new Date('2026-03-10T16:00:01Z')];
    await (await put(CARD)).send(after);
    await (await put(CARD)).send(before);
    await (await put(CARD)).send(after);
    expect(await quota('template')).toMatchObject({ used: 3, day: '2026-03-11' });
  });

  it('that the platform says is used up stops the kind until midnight in Beijing, and no other', async () => {
    const { wechat, put, quota } = await scene();
    await (await put(CARD, [refusal(45009, 'quota')])).send();
    const next = await put(CARD);
    await next.send(afterNoon(60));
    expect(wechat.sent).toHaveLength(1);
    const { status, attempts, dueAt, firstSentAt, reason } = await next.read();
    expect({ status, attempts, firstSentAt }).toEqual({ status: 'queued', attempts: 0, firstSentAt: null });
    expect(reason).toContain('额度');
    expect(dueAt?.getTime()).toBeGreaterThanOrEqual(MIDNIGHT.getTime());
    expect(await next.job()).toEqual(dueAt);
    expect(await quota('template')).toMatchObject({ blockedUntil: MIDNIGHT });
    const text = await put(TEXT);
    await text.send(afterNoon(60));
    expect(await text.read()).toMatchObject({ status: 'accepted' });
    await next.send(new Date(MIDNIGHT.getTime() + 1000));
    expect(await next.read()).toMatchObject({ status: 'accepted', attempts: 1 });
  });

  it('of the minute stops it for a minute', async () => {
    const { wechat, put } = await scene();
    await (await put(CARD, [refusal(45011, 'busy')])).send();
    const next = await put(CARD);
    await next.send(afterNoon(59));
    expect(wechat.sent).toHaveLength(1);
    await next.send(afterNoon(61));
    expect(await next.read()).toMatchObject({ status: 'accepted' });
  });

  it('that we know is used up is not tried', async () => {
    const { appId, wechat, put, quota } = await scene();
    await test.db.insert(wechatQuota).values({ appId, kind: 'template', day: '2026-03-10', used: 100_000 });
    const card = await put(CARD);
    await card.send();
    expect(wechat.sent).toEqual([]);
    expect(await quota('template')).toMatchObject({ used: 100_000 });
    expect(await card.read()).toMatchObject({ status: 'queued' });
  });

  it('is given back for what never left', async () => {
    const { put, quota } = await scene();
    await (await put(CARD, [{ kind: 'unsent', reason: 'no connection' }])).send();
    expect(await quota('template')).toMatchObject({ used: 0 });
  });

  it('is never passed by many at once', async () => {
    const { appId, wechat, put, quota } = await scene();
    await test.db.insert(wechatQuota).values({ appId, kind: 'template', day: '2026-03-10', used: 99_995 });
    const cards = await Promise.all(Array.from({ length: 20 }, () => put(CARD)));
    await Promise.all(cards.map(({ send }) => send()));
    expect(wechat.sent).toHaveLength(5);
    expect(await quota('template')).toMatchObject({ used: 100_000 });
  });
});

it('a batch stops at the refusal of a quota, and what was not tried loses no attempt', async () => {
  const { wechat, ctx, put } = await scene();
  const many = await Promise.all(Array.from({ length: 6 }, () => put(CARD)));
  wechat.sends.push({ kind: 'ok', value: '1' }, { kind: 'ok', value: '2' }, refusal(45009, 'quota'));
  const claimed = [];
  for (const { id } of many) {
    const one = await claimMessage(ctx(), id);
    if (one) claimed.push(one);
  }
  await sendClaimed(ctx(), claimed);
  expect(wechat.sent).toHaveLength(3);
  const rows = await Promise.all(many.map(({ read }) => read()));
  expect(rows.map(({ status, attempts }) => `${status} ${attempts}`)).toEqual([
    'accepted 1',
    'accepted 1',
    'queued 1',
    'queued 0',
    'queued 0',
    'queued 0',
  ]);
  expect(await claimBatch(ctx(), { campaignId: 0, limit: 5 })).toEqual([]);
});
