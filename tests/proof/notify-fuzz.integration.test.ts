import fc from 'fast-check';
import { isValidElement } from 'react';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import ReturnPage from '@/app/(site)/pay/[orderNo]/return/page';
import { POST } from '@/app/api/alipay/notify/route';
import { paymentEvent } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { database } from '@/lib/context';
import { yuanText } from '@/lib/domain/money';
import { cancelOrder } from '@/lib/services/order/cancel-order';
import { settlePayment } from '@/lib/services/payment/settle-payment';
import { mintAccount, mintCourse, studentCtx } from '@/tests/support/factories';
import { fakeAlipay } from '@/tests/support/fake-alipay';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { mintAttempt, paidTrade, readWorld, systemCtx } from '@/tests/support/payment-factories';
import { brokenInvariants } from '@/tests/support/shop-invariants';
import { stubSiteEnv } from '@/tests/support/site-env';
import { fuzzedNotify, type Target } from './notify-mutations';
import { PROOF, REPLAY } from './size';

// The page is called as a function: it has no request around it.
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));

const AT_ONCE = 20;
const REFUSALS =
  'too_large not_a_form repeated_parameter bad_signature malformed wrong_app wrong_seller unknown_trade amount_mismatch trade_no_mismatch ignored repeated'.split(
    ' ',
  );

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  stubSiteEnv(test.url);
});
afterAll(() => Promise.all([test.db.$client.end(), database().$client.end()]));

/** An order of one course with an attempt to pay, at a price that no other has. */
async function place(price: number) {
  const student = await mintAccount(test.db, { beli: 100 });
  const product = await mintCourse(test.db, { prices: [[30, price]] });
  const placed = await mintPendingOrder(test.db, student.id, [{ product, beli: 10 }]);
  const attempt = await mintAttempt(test.db, placed);
  const target: Target = { outTradeNo: attempt.outTradeNo, amount: yuanText(attempt.amountFen), tradeNo: null };
  return { student, placed, attempt, target };
}
type Placed = Awaited<ReturnType<typeof place>>;

async function paid(scene: Placed): Promise<Target> {
  const trade = paidTrade(scene.attempt);
  await settlePayment(systemCtx(test.db), { trade, heard: { source: 'notify', body: '' } });
  return { ...scene.target, tradeNo: trade.tradeNo };
}

async function cancelled(scene: Placed): Promise<Target> {
  const { gateways } = fakeAlipay();
  await cancelOrder(studentCtx(test.db, scene.student, { gateways }), { orderNo: scene.placed.orderNo });
  return scene.target;
}

async function mintScene() {
  const scenes = await Promise.all([10100, 20200, 30300, 40400, 50500, 60600].map(place));
  const [a, b, c, d, e, f] = scenes;
  if (!a || !b || !c || !d || !e || !f) throw new Error('six were placed');
  const targets = {
    unpaid: [a.target, b.target, await cancelled(c)],
    paid: [await paid(d), await paid(e), await paid(f)],
  };
  const read = () => Promise.all(scenes.map(({ student, placed }) => readWorld(test.db, student.id, placed.id)));
  return { targets, read, orderNos: scenes.map(({ placed }) => placed.orderNo) };
}

describe('whatever Alipay or anybody else may send', () => {
  it(
    `${PROOF.fuzzed} notifies, forged or signed and wrong: none fails the server, none changes anything`,
    async () => {
      const { targets, read } = await mintScene();
      const before = await read();
      const notifies = fc.array(fuzzedNotify(targets), { minLength: AT_ONCE, maxLength: AT_ONCE });
      const nothingHappens = async (fuzzed: readonly { what: string; request: () => Request }[]) => {
        const answers = await Promise.all(fuzzed.map(async ({ request }) => POST(request())));
        const failed = answers.flatMap(({ status }, index) => (status < 500 ? [] : [fuzzed[index]?.what]));
        expect(failed).toEqual([]);
        const texts = await Promise.all(answers.map((answer) => answer.text()));
        expect(texts.filter((text) => text !== 'success' && text !== 'fail')).toEqual([]);
        expect(await read()).toEqual(before);
      };
      const numRuns = PROOF.fuzzed / AT_ONCE;
      await fc.assert(fc.asyncProperty(notifies, nothingHappens), { numRuns, endOnFailure: true, ...REPLAY });
      expect(await brokenInvariants(test.db)).toEqual([]);
      const heard = await test.db.selectDistinct({ verdict: paymentEvent.verdict }).from(paymentEvent);
      // It was a fair fight: every way of saying no was needed.
      expect(heard.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(REFUSALS));
    },
    PROOF.timeoutMs,
  );

  it(
    `${PROOF.fuzzed / 10} returns, whatever their address claims, believe the gateway alone`,
    async () => {
      const { read, orderNos } = await mintScene();
      const before = await read();
      const orderNo = fc.oneof(fc.constantFrom(...orderNos), fc.string({ unit: 'binary', maxLength: 64 }));
      const claim = fc.dictionary(fc.string(), fc.string({ unit: 'binary' }), { maxKeys: 4 });
      const property = fc.asyncProperty(orderNo, claim, async (number, claims) => {
        const search = { ...claims, out_trade_no: number, trade_status: 'TRADE_SUCCESS' };
        const props = { params: Promise.resolve({ orderNo: number }), searchParams: Promise.resolve(search) };
        const shown = await ReturnPage(props).catch((error: unknown) => error);
        // A page, or Next's own way of saying 404.
        expect(isValidElement(shown) || String(Reflect.get(Object(shown), 'digest')).includes('404')).toBe(true);
      });
      await fc.assert(property, { numRuns: PROOF.fuzzed / 10, endOnFailure: true, ...REPLAY });
      expect(await read()).toEqual(before);
    },
    PROOF.timeoutMs,
  );
});
