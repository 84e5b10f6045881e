import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { message } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { MessageContent } from '@/lib/domain/message';
import { recoverMessages } from '@/lib/services/message/recover-messages';
import { countsOf, mintCampaign, mintCrowd, readCampaign } from '@/tests/support/campaign-factories';
import { unique } from '@/tests/support/factories';
import { CARD, TEXT } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { siteEnv } from '@/tests/support/site-env';
import { type StubRequest, startWechatStub, type WechatStub } from '@/tests/support/wechat-stub';
import { killWorker, killWorkers, startWorker, until } from '@/tests/support/worker-process';

const RECIPIENTS = 1000;
/** What a worker has in its hands at once. */
const IN_HAND = 96;
let test: TestDatabase;
let stub: WechatStub;
/** How often the platform took a message for each person: a card that comes again under its id is dropped. */
const taken = new Map<string, number>();
const ids = new Set<string>();
let tokens = 0;

const sentSchema = z.object({ touser: z.string(), client_msg_id: z.string().optional() });

/** The platform: it has taken the message some time before it says so. */
async function platform({ path, body }: StubRequest): Promise<object> {
  if (path === '/cgi-bin/stable_token') {
    tokens += 1;
    return { access_token: 'AT', expires_in: 7200 };
  }
  if (!path.endsWith('/send')) return { template_list: [], data: [], errcode: 0 };
  const { touser, client_msg_id: id } = sentSchema.parse(JSON.parse(body));
  if (id === undefined || !ids.has(id)) taken.set(touser, (taken.get(touser) ?? 0) + 1);
  if (id !== undefined) ids.add(id);
  await new Promise((resolve) => setTimeout(resolve, 40));
  return { errcode: 0, errmsg: 'ok', msgid: 1 };
}

beforeAll(async () => {
  test = await testDatabase();
  stub = await startWechatStub(platform);
});
afterAll(async () => {
  await killWorkers();
  await stub.stop();
  await test.db.$client.end();
});

const start = () => startWorker({ ...siteEnv(test.url), WECHAT_API_BASE: stub.url });

const takenOf = (tag: string) => [...taken].filter(([openid]) => openid.startsWith(tag)).map(([, times]) => times);

/** Two minutes pass, after which what was being sent counts as abandoned. */
async function ageAbandoned(campaignId: number): Promise<number> {
  const isAbandoned = and(eq(message.campaignId, campaignId), eq(message.status, 'sending'));
  const aged = sql`now() - interval '3 minutes'`;
  const left = await test.db.update(message).set({ sendingSince: aged, firstSentAt: aged }).where(isAbandoned);
  await recoverMessages(systemCtx(test.db));
  return left.count;
}

/** Its worker is killed at a third and at two thirds of the way. */
async function interrupted(content: MessageContent): Promise<{ tag: string; campaignId: number }> {
  const tag = unique('crash');
  await mintCrowd(test.db, tag, RECIPIENTS);
  const campaignId = await mintCampaign(test.db, tag, content);
  for (const share of [0.33, 0.66]) {
    const worker = start();
    await until(async () => takenOf(tag).length >= RECIPIENTS * share, 120);
    await killWorker(worker);
    const left = await ageAbandoned(campaignId);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(IN_HAND);
  }
  const last = start();
  await until(async () => (await readCampaign(test.db, campaignId)).status === 'finished', 120);
  await killWorker(last);
  return { tag, campaignId };
}

describe(`a worker killed twice in the middle of ${RECIPIENTS} messages`, () => {
  it('cards: everyone gets theirs, once', async () => {
    const { tag, campaignId } = await interrupted(CARD);
    expect(await countsOf(test.db, campaignId)).toEqual({ accepted: RECIPIENTS });
    expect(takenOf(tag)).toEqual(Array.from({ length: RECIPIENTS }, () => 1));
    expect(await readCampaign(test.db, campaignId)).toMatchObject({ recipients: RECIPIENTS });
  }, 400_000);

  it('texts: nobody gets two; what may have arrived is called unknown, and everything has come to an end', async () => {
    const { tag, campaignId } = await interrupted(TEXT);
    const { accepted = 0, unknown = 0, ...rest } = await countsOf(test.db, campaignId);
    expect([accepted + unknown, rest]).toEqual([RECIPIENTS, {}]);
    expect(unknown).toBeLessThanOrEqual(2 * IN_HAND);
    expect(new Set(takenOf(tag))).toEqual(new Set([1]));
    expect(takenOf(tag).length).toBeGreaterThanOrEqual(accepted);
  }, 400_000);

  it('one access token served them all', () => expect(tokens).toBe(1));
});
