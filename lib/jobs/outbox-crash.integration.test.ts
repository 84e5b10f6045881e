import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { message } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { enqueueSend } from '@/lib/services/message/enqueue-send';
import { recoverMessages } from '@/lib/services/message/recover-messages';
import { mintAccount } from '@/tests/support/factories';
import { CARD, mintBinding, mintMessage, TEXT } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { siteEnv } from '@/tests/support/site-env';
import { type StubRequest, startWechatStub, type WechatStub } from '@/tests/support/wechat-stub';
import { killWorker, killWorkers, startWorker, until } from '@/tests/support/worker-process';

const MESSAGES = 200;
let test: TestDatabase;
let stub: WechatStub;
/** What the platform took: by client_msg_id for cards, which it takes once; by recipient for texts, which it cannot tell apart. */
const accepted = new Map<string, number>();

const sentSchema = z.object({ touser: z.string(), client_msg_id: z.string().optional() });

/** The platform: half of its answers come after the message was taken and some time has passed. */
async function platform({ path, body }: StubRequest): Promise<object> {
  if (path === '/cgi-bin/stable_token') return { access_token: 'AT', expires_in: 7200 };
  if (!path.endsWith('/send')) return { template_list: [] };
  const { touser, client_msg_id: id } = sentSchema.parse(JSON.parse(body));
  const key = id ?? touser;
  // A card that comes again is dropped, and answered as the first time.
  if (id === undefined || !accepted.has(key)) accepted.set(key, (accepted.get(key) ?? 0) + 1);
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

const countOf = (status: 'queued' | 'sending' | 'accepted' | 'unknown') =>
  test.db.$count(message, eq(message.status, status));

/** Half of them cards, half of them texts, each to a student of its own. */
async function mintOutbox(): Promise<void> {
  const rows = [];
  for (let index = 0; index < MESSAGES; index += 1) {
    const student = await mintAccount(test.db);
    await mintBinding(test.db, student.id);
    rows.push({ ...(await mintMessage(test.db, student.id, { content: index % 2 ? CARD : TEXT })), campaignId: null });
  }
  await enqueueSend(test.db, rows, new Date());
}

it('a worker killed in the middle of 200 messages: each is accepted at most once, and none is lost', async () => {
  await mintOutbox();
  for (const share of [0.25, 0.5, 0.75]) {
    const worker = start();
    await until(async () => accepted.size >= MESSAGES * share, 60);
    await killWorker(worker);
  }
  expect(await countOf('sending')).toBeGreaterThan(0);
  // Two minutes pass, after which what was being sent counts as abandoned.
  const aged = sql`now() - interval '3 minutes'`;
  await test.db.update(message).set({ sendingSince: aged, firstSentAt: aged }).where(eq(message.status, 'sending'));
  await recoverMessages(systemCtx(test.db));
  start();
  await until(async () => (await countOf('queued')) + (await countOf('sending')) === 0, 60);

  expect(new Set(accepted.values())).toEqual(new Set([1]));
  const rows = await test.db.select().from(message);
  expect(rows).toHaveLength(MESSAGES);
  // Every card was taken; a text of which nothing is known was either taken or not, and is marked so.
  for (const { kind, status } of rows)
    expect(kind === 'text' ? ['accepted', 'unknown'] : ['accepted']).toContain(status);
  const known = rows.filter(({ status }) => status === 'accepted').length;
  expect(accepted.size).toBeGreaterThanOrEqual(known);
  expect(rows.filter(({ status }) => status === 'unknown').length).toBeLessThanOrEqual(3 * 4);
}, 240_000);
