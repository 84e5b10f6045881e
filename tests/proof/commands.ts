import fc from 'fast-check';
import { expect } from 'vitest';
import { POST } from '@/app/api/alipay/notify/route';
import { cancelOrder } from '@/lib/services/order/cancel-order';
import { confirmPayment } from '@/lib/services/payment/confirm-payment';
import { refreshOrder } from '@/lib/services/payment/refresh-order';
import { startPayment } from '@/lib/services/payment/start-payment';
import { approveRefund } from '@/lib/services/refund/approve-refund';
import { rejectRefund } from '@/lib/services/refund/reject-refund';
import { requestRefund } from '@/lib/services/refund/request-refund';
import { startRefund } from '@/lib/services/refund/start-refund';
import { formRequest } from '../support/alipay';
import { signNotify } from '../support/alipay-keys';
import type { BookedAttempt, BookedOrder, Books } from './books';
import type { ShopRun, Wish } from './shop-run';

export type ShopCommand = fc.AsyncCommand<Books, ShopRun>;

const MINUTE_MS = 60_000;
/** What an account may ask the gateway about one order a minute is not the matter here. */
const TURN_MS = MINUTE_MS + 1000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

const nth = <T>(items: readonly T[], n: number): T | undefined => items[n % items.length];

/** An act, what it needs, and how it is printed. After it the shop must be where the model is. */
function command(
  name: string,
  act: (books: Books, shop: ShopRun) => Promise<void>,
  isPossible: (books: Books) => boolean = ({ orders }) => orders.size > 0,
): ShopCommand {
  return {
    check: isPossible,
    run: async (books, shop) => {
      await act(books, shop);
      expect(await shop.view()).toEqual(books.view());
      expect(shop.failures).toEqual([]);
    },
    toString: () => name,
  };
}

const pickOrder = ({ orders }: Books, n: number): BookedOrder => {
  const found = nth([...orders.values()], n);
  if (!found) throw new Error('no order');
  return found;
};
const pickAttempt = ({ attempts }: Books, n: number): BookedAttempt | undefined => nth([...attempts.values()], n);

const place = (wish: Wish): ShopCommand =>
  command(
    `place(${JSON.stringify(wish)})`,
    async (books, shop) => books.place(await shop.place(wish)),
    ({ orders }) => orders.size < 4,
  );

const adopt = async (books: Books, shop: ShopRun, cancelling?: string): Promise<void> =>
  books.adopt(await shop.view(), await shop.world(cancelling));

/** An open attempt by the same method is used again; others are asked about first, and may turn out to be paid. */
const start = (n: number, method: 'page' | 'wap'): ShopCommand =>
  command(`start(${n}, ${method})`, async (books, shop) => {
    const { orderNo, status, expiresAt } = pickOrder(books, n);
    const open = books.attemptsOf(orderNo).filter((attempt) => attempt.status === 'created');
    const others = open.filter((attempt) => attempt.method !== method);
    const truths = await Promise.all(others.map(({ outTradeNo }) => shop.outside.truth(outTradeNo)));
    const isInTheWay = truths.some(({ state }) => state === 'paid') || others.some(({ isSilent }) => isSilent);
    const isPayable = status === 'pending' && shop.outside.post.time < expiresAt;
    const started = await startPayment(shop.student, { orderNo, method });
    expect(started.ok).toBe(isPayable && !isInTheWay);
    await adopt(books, shop);
    if (!started.ok) return;
    const { payUrl } = started.value;
    const outTradeNo = String(JSON.parse(new URL(payUrl).searchParams.get('biz_content') ?? '{}').out_trade_no);
    shop.payUrls.set(outTradeNo, payUrl);
    if (books.attempts.has(outTradeNo)) return;
    books.attempts.set(outTradeNo, { outTradeNo, orderNo, method, status: 'created', isSilent: false });
  });

/** Every address of the cashier stays in the buyer's hands, whatever became of the order. */
const look = (n: number): ShopCommand =>
  command(`look(${n})`, async (books, shop) => {
    const attempt = pickAttempt(books, n);
    if (attempt) await shop.outside.look(shop.payUrls.get(attempt.outTradeNo) ?? '');
  });

const pay = (n: number): ShopCommand =>
  command(`pay(${n})`, async (books, shop) => {
    const attempt = pickAttempt(books, n);
    if (!attempt) return;
    const { state } = await shop.outside.truth(attempt.outTradeNo);
    const isInTime = shop.outside.post.time < books.order(attempt.orderNo).expiresAt;
    const isPaid = await shop.outside.pay(shop.payUrls.get(attempt.outTradeNo) ?? '');
    expect(isPaid).toBe(isInTime && (state === 'none' || state === 'waiting'));
  });

async function deliver(body: string): Promise<string> {
  const answer = await POST(formRequest(body));
  expect(answer.status).toBeLessThan(500);
  return answer.text();
}

/** A notify arrives: in any order, at any time, once more if it is kept. */
const arrive = (n: number, isKept: boolean): ShopCommand =>
  command(`arrive(${n}${isKept ? ', kept' : ''})`, async (books, { outside }) => {
    const { letters } = outside.post;
    const body = nth(letters, n);
    if (body === undefined) return;
    if (!isKept) letters.splice(n % letters.length, 1);
    expect(await deliver(body)).toBe('success');
    const said = new URLSearchParams(body);
    // A full refund says TRADE_CLOSED: nothing of it is news.
    if (said.get('trade_status') === 'TRADE_SUCCESS') books.hear(said.get('out_trade_no') ?? '');
  });

const lose = (n: number): ShopCommand =>
  command(`lose(${n})`, async (_books, { outside }) => {
    outside.post.letters.splice(n % Math.max(outside.post.letters.length, 1), 1);
  });

const signed = (params: Record<string, string>): Record<string, string> =>
  signNotify(Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'sign')));

const WRONGS: Readonly<Record<string, (params: Record<string, string>) => Record<string, string>>> = {
  signature: (params) => ({ ...params, trade_no: `${params.trade_no}1` }),
  amount: (params) => signed({ ...params, total_amount: `1${params.total_amount}` }),
  seller: (params) => signed({ ...params, seller_id: '2088000000000009' }),
  trade: (params) => signed({ ...params, out_trade_no: `${params.out_trade_no}9` }),
};

/** A notify that somebody has tampered with, or that is Alipay's own and wrong. */
const wrong = (n: number, how: string): ShopCommand =>
  command(`wrong(${n}, ${how})`, async (_books, { outside }) => {
    const body = nth(outside.post.letters, n);
    const change = WRONGS[how];
    if (body === undefined || !change) return;
    const params = change(Object.fromEntries(new URLSearchParams(body)));
    const answer = await deliver(new URLSearchParams(params).toString());
    // What says that nothing was paid is not looked into further.
    if (params.trade_status === 'TRADE_SUCCESS' || how === 'signature') expect(answer).toBe('fail');
  });

/** 我已支付, or coming back from Alipay: what was paid is known afterwards, unless Alipay does not say. */
const ask = (n: number, how: 'confirm' | 'return'): ShopCommand =>
  command(`${how}(${n})`, async (books, shop) => {
    const { orderNo } = pickOrder(books, n);
    await shop.outside.pass(TURN_MS);
    const paid = await hasMoney(books, shop, orderNo);
    if (how === 'return') await refreshOrder(shop.system, { orderNo });
    else {
      const confirmed = await confirmPayment(shop.student, { orderNo });
      if (confirmed.ok) expect(paid || books.order(orderNo).cashFen === 0).toBe(true);
    }
    await adopt(books, shop);
  });

async function hasMoney(books: Books, shop: ShopRun, orderNo: string): Promise<boolean> {
  for (const { outTradeNo } of books.attemptsOf(orderNo)) {
    if ((await shop.outside.truth(outTradeNo)).state === 'paid') return true;
  }
  return false;
}

const cancel = (n: number): ShopCommand =>
  command(`cancel(${n})`, async (books, shop) => {
    const { orderNo, status } = pickOrder(books, n);
    const cancelled = await cancelOrder(shop.student, { orderNo });
    if (status === 'cancelled') expect(cancelled.ok).toBe(true);
    await adopt(books, shop, orderNo);
    // Cancelled before: whoever opened the cashier since then pays late.
    if (!cancelled.ok || status !== 'pending') return;
    expect(books.order(orderNo).status).toBe('cancelled');
    // Nobody is left at a cashier that we said is closed.
    for (const { outTradeNo } of books.attemptsOf(orderNo)) {
      expect((await shop.outside.truth(outTradeNo)).state).not.toBe('waiting');
    }
  });

/** Cancels, and pays after all, at an address that was kept: the money of an order that is no more. */
const regret = (n: number): ShopCommand =>
  command(`regret(${n})`, async (books, shop) => {
    await cancel(n).run(books, shop);
    const attempt = books.attemptsOf(pickOrder(books, n).orderNo).at(-1);
    if (attempt) await shop.outside.pay(shop.payUrls.get(attempt.outTradeNo) ?? '');
  });

const wait = (minutes: number): ShopCommand =>
  command(`wait(${minutes})`, (_books, { outside }) => outside.pass(minutes * MINUTE_MS));

const work = (): ShopCommand =>
  command('work', async (books, shop) => {
    await shop.work();
    await adopt(books, shop);
  });

const choose = (lines: readonly number[], bits: number): number[] => {
  const chosen = lines.filter((_line, index) => (bits >> index) & 1);
  return chosen.length > 0 ? chosen : lines.slice(0, 1);
};

const refundLines = (n: number, bits: number, by: 'student' | 'admin'): ShopCommand =>
  command(`refund(${n}, ${bits}, ${by})`, async (books, shop) => {
    const { orderNo, lines } = pickOrder(books, n);
    const free = books.freeLines(orderNo);
    // Lines that are gone are asked for, too: nobody gets them twice.
    const lineIds = choose(bits % 3 === 0 ? lines.map(({ id }) => id) : free, bits);
    const input = { orderNo, lineIds, reason: '不想学了' };
    const begun = by === 'admin' ? await startRefund(shop.admin, input) : await requestRefund(shop.student, input);
    expect(begun.ok).toBe(lineIds.length > 0 && lineIds.every((id) => free.includes(id)));
    if (!begun.ok) return;
    const { refundId: id } = begun.value;
    books.refunds.set(id, { id, orderNo, lineIds, status: by === 'admin' ? 'approved' : 'requested' });
  });

const decide = (n: number, bits: number): ShopCommand =>
  command(`decide(${n}, ${bits})`, async (books, shop) => {
    const refund = nth([...books.refunds.values()], n);
    if (!refund) return;
    const isOpen = refund.status === 'requested';
    if (bits % 4 === 0) {
      const rejected = await rejectRefund(shop.admin, { refundId: refund.id, reason: '已超出范围' });
      expect(rejected.ok).toBe(isOpen);
      if (isOpen) refund.status = 'rejected';
      return;
    }
    const lineIds = choose(refund.lineIds, bits);
    const approved = await approveRefund(shop.admin, { refundId: refund.id, lineIds });
    expect(approved.ok).toBe(isOpen);
    if (!isOpen) return;
    refund.lineIds = lineIds;
    refund.status = 'approved';
  });

/** From now on Alipay answers about this trade in a way from which nothing can be concluded, or has no money. */
const fault = (n: number, faults: Readonly<Record<string, unknown>>): ShopCommand =>
  command(`fault(${n}, ${JSON.stringify(faults)})`, async (books, { outside }) => {
    const attempt = pickAttempt(books, n);
    if (!attempt) return;
    await outside.setFaults(attempt.outTradeNo, faults);
    if ('queryFault' in faults) attempt.isSilent = faults.queryFault !== null;
  });

/** Everybody at once about one order. Whoever wins, the outcome is lawful. */
const race = (n: number): ShopCommand =>
  command(`race(${n})`, async (books, shop) => {
    const { orderNo } = pickOrder(books, n);
    await shop.outside.pass(TURN_MS);
    const letters = shop.outside.post.letters.filter((body) => body.includes(`out_trade_no=${orderNo}`));
    await Promise.all([
      ...letters.flatMap((body) => [deliver(body), deliver(body)]),
      cancelOrder(shop.student, { orderNo }),
      cancelOrder(shop.student, { orderNo }),
      confirmPayment(shop.student, { orderNo }),
      refreshOrder(shop.system, { orderNo }),
      shop.work(),
      ...books.freeLines(orderNo).map(() => shop.work()),
    ]);
    await adopt(books, shop, orderNo);
  });

const n = fc.nat({ max: 30 });
const FAULTS = [
  { queryFault: '20000' },
  { queryFault: 'unsigned' },
  { refundFault: '20000' },
  { refundFault: 'unsigned' },
  { refundFault: 'balance' },
  { queryFault: null, refundFault: null },
] as const;

const wish = fc.record({ courses: fc.nat({ max: 14 }), beli: fc.nat({ max: 1500 }), withoutCoupons: fc.boolean() });
const asker = fc.constantFrom('student', 'admin');
const MOST_COMMANDS = 60;
const method = fc.constantFrom('page', 'page', 'wap');

const KINDS: readonly fc.WeightedArbitrary<ShopCommand>[] = [
  { weight: 3, arbitrary: wish.map(place) },
  { weight: 6, arbitrary: fc.tuple(n, method).map(([order, by]) => start(order, by)) },
  { weight: 1, arbitrary: n.map(look) },
  { weight: 6, arbitrary: n.map(pay) },
  { weight: 6, arbitrary: fc.tuple(n, fc.boolean()).map(([letter, isKept]) => arrive(letter, isKept)) },
  { weight: 1, arbitrary: n.map(lose) },
  {
    weight: 2,
    arbitrary: fc.tuple(n, fc.constantFrom(...Object.keys(WRONGS))).map(([letter, how]) => wrong(letter, how)),
  },
  { weight: 2, arbitrary: fc.tuple(n, fc.constantFrom('confirm', 'return')).map(([order, how]) => ask(order, how)) },
  { weight: 1, arbitrary: n.map(cancel) },
  { weight: 2, arbitrary: n.map(regret) },
  { weight: 2, arbitrary: fc.constantFrom(1, 1, 3, 10, 31).map(wait) },
  { weight: 3, arbitrary: fc.constant(work()) },
  { weight: 5, arbitrary: fc.tuple(n, n, asker).map(([order, bits, who]) => refundLines(order, bits, who)) },
  { weight: 3, arbitrary: fc.tuple(n, n).map(([refund, bits]) => decide(refund, bits)) },
  { weight: 3, arbitrary: fc.tuple(n, fc.constantFrom(...FAULTS)).map(([attempt, faults]) => fault(attempt, faults)) },
  { weight: 1, arbitrary: n.map(race) },
];

/** A life of some orders: long enough for what is rare, and shrunk to what matters when it fails. */
export const shopCommands = (): fc.Arbitrary<ShopCommand[]> =>
  // Without it, most lives would be short ones.
  fc.noBias(fc.array(fc.oneof(...KINDS), { minLength: 1, maxLength: MOST_COMMANDS, size: 'max' }));

/** A run's own stretch of time: longer than anything in it takes, the comparison of its days with it. */
export const RUN_MS = 3 * WEEK_MS;
