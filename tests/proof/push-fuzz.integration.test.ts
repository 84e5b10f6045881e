import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST } from '@/app/api/wechat/events/route';
import { account, auditLog, message, wechatEvent, wechatQrcode, wechatTicket, wechatUser } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { database } from '@/lib/context';
import { mintAccount, unique } from '@/tests/support/factories';
import { mintBinding, mintMessage } from '@/tests/support/message-factories';
import { stubSiteEnv } from '@/tests/support/site-env';
import { pushRequest, textFields, unixNow } from '@/tests/support/wechat-push';
import { fuzzedPush, strangePush } from './push-mutations';
import { PROOF, REPLAY } from './size';

const AT_ONCE = 20;

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  stubSiteEnv(test.url);
});
afterAll(() => Promise.all([test.db.$client.end(), database().$client.end()]));

/** A student who follows, has a message waiting, and has said something under a signature that is used up. */
async function mintTarget() {
  const { id } = await mintAccount(test.db);
  const { openid } = await mintBinding(test.db, id);
  await mintMessage(test.db, id);
  const target = { openid, timestamp: String(unixNow()), nonce: unique('n') };
  expect((await POST(pushRequest(textFields(openid, '订单'), target))).status).toBe(200);
  return target;
}

/** Everything that a push may touch. */
const readWorld = () =>
  Promise.all(
    [account, auditLog, message, wechatEvent, wechatQrcode, wechatTicket, wechatUser].map((table) =>
      test.db.select().from(table),
    ),
  );

describe('whatever anybody may push in the name of WeChat', () => {
  it(
    `${PROOF.fuzzed} bodies, forged or signed and no push: none fails the server, none changes anything`,
    async () => {
      const target = await mintTarget();
      const before = await readWorld();
      const pushes = fc.array(fuzzedPush(target), { minLength: AT_ONCE, maxLength: AT_ONCE });
      const statuses = new Map<number, number>();
      const nothingHappens = async (fuzzed: readonly { what: string; request: () => Request }[]) => {
        const answers = await Promise.all(fuzzed.map(({ request }) => POST(request())));
        const accepted = answers.flatMap(({ status }, index) =>
          [400, 401, 413].includes(status) ? [] : [`${status}: ${fuzzed[index]?.what}`],
        );
        expect(accepted).toEqual([]);
        for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(await test.db.$count(wechatEvent)).toBe(1);
      };
      const numRuns = PROOF.fuzzed / AT_ONCE;
      await fc.assert(fc.asyncProperty(pushes, nothingHappens), { numRuns, endOnFailure: true, ...REPLAY });
      expect(await readWorld()).toEqual(before);
      // It was a fair fight: every way of saying no was needed.
      expect(new Set(statuses.keys())).toEqual(new Set([400, 401, 413]));
    },
    PROOF.timeoutMs,
  );

  it(
    `${PROOF.fuzzed / 10} genuine pushes with strange words in them: taken or refused, and nobody else is touched`,
    async () => {
      const read = () => Promise.all([account, message, wechatTicket].map((table) => test.db.select().from(table)));
      await mintTarget();
      const before = await read();
      const pushes = fc.array(strangePush, { minLength: AT_ONCE, maxLength: AT_ONCE });
      const property = fc.asyncProperty(pushes, async (strange) => {
        const answers = await Promise.all(strange.map(({ request }) => POST(request())));
        const failed = answers.flatMap(({ status }, index) =>
          status === 200 || status === 400 ? [] : [`${status}: ${strange[index]?.what}`],
        );
        expect(failed).toEqual([]);
      });
      await fc.assert(property, { numRuns: PROOF.fuzzed / 10 / AT_ONCE, endOnFailure: true, ...REPLAY });
      expect(await read()).toEqual(before);
    },
    PROOF.timeoutMs,
  );
});
