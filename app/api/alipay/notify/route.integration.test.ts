import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentEvent } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { database } from '@/lib/context';
import { yuanText } from '@/lib/domain/money';
import { APP_ID, formRequest, notifyParams, notifyRequest } from '@/tests/support/alipay';
import { merchantKeys, signNotify } from '@/tests/support/alipay-keys';
import { mintFullOrder, readWorld } from '@/tests/support/payment-factories';
import { stubSiteEnv } from '@/tests/support/site-env';
import { POST } from './route';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  stubSiteEnv(test.url);
});
afterAll(() => Promise.all([test.db.$client.end(), database().$client.end()]));

async function scene() {
  const { student, placed, attempt } = await mintFullOrder(test.db);
  const params = notifyParams({ outTradeNo: attempt.outTradeNo, amount: yuanText(attempt.amountFen) });
  return { params, read: () => readWorld(test.db, student.id, placed.id) };
}

async function answerTo(request: Request) {
  const response = await POST(request);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const lastEvent = async () => (await test.db.select().from(paymentEvent).orderBy(desc(paymentEvent.id)).limit(1))[0];

describe('a genuine notify', () => {
  it('is answered with exactly `success` once everything is committed, and again when it comes again', async () => {
    const { params, read } = await scene();
    const success = { status: 200, type: 'text/plain', text: 'success' };
    expect(await answerTo(notifyRequest(params))).toEqual(success);
    const world = await read();
    expect(world).toMatchObject({
      placed: { status: 'paid' },
      payments: [{ status: 'paid', tradeNo: params.trade_no }],
    });
    expect(await answerTo(notifyRequest(params))).toEqual(success);
    expect(await read()).toEqual(world);
  });

  it('is kept verbatim', async () => {
    const { params } = await scene();
    const body = new URLSearchParams(signNotify(params)).toString();
    await answerTo(formRequest(body));
    expect(await lastEvent()).toMatchObject({ body, verdict: 'paid', notifyId: params.notify_id });
  });

  it('that says nothing was paid changes nothing and need not come again', async () => {
    const { params, read } = await scene();
    const before = await read();
    for (const status of ['WAIT_BUYER_PAY', 'TRADE_CLOSED']) {
      expect((await answerTo(notifyRequest({ ...params, trade_status: status }))).text).toBe('success');
    }
    expect(await read()).toEqual(before);
  });

  it('is settled once by 100 at the same moment', async () => {
    const { params, read } = await scene();
    const answers = await Promise.all(Array.from({ length: 100 }, () => answerTo(notifyRequest(params))));
    expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['success']));
    expect(await read()).toMatchObject({ placed: { status: 'paid' }, beli: { balance: 400, held: 0 } });
    expect((await read()).grants).toHaveLength(2);
  });
});

type Params = Record<string, string>;
const encode = (params: Params) => new URLSearchParams(signNotify(params)).toString();

const BAD: readonly (readonly [string, string, (params: Params) => Request])[] = [
  [
    'bad_signature',
    'signed by somebody else',
    (params) => notifyRequest(params, signNotify(params, { key: merchantKeys.privateKey })),
  ],
  ['bad_signature', 'without a signature', (params) => notifyRequest(params, params)],
  [
    'bad_signature',
    'changed after signing',
    (params) => notifyRequest(params, { ...signNotify(params), trade_no: 'x' }),
  ],
  [
    'bad_signature',
    'signed with SHA1',
    (params) => notifyRequest(params, signNotify({ ...params, sign_type: 'RSA' }, { algorithm: 'RSA-SHA1' })),
  ],
  ['amount_mismatch', 'of another amount', (params) => notifyRequest({ ...params, total_amount: '0.01' })],
  [
    'amount_mismatch',
    'of the most Alipay takes, which no order of ours can cost',
    (params) => notifyRequest({ ...params, total_amount: '100000000.00' }),
  ],
  ['wrong_app', 'for another application', (params) => notifyRequest({ ...params, app_id: `${APP_ID}9` })],
  ['wrong_seller', 'for another seller', (params) => notifyRequest({ ...params, seller_id: '2088000000000002' })],
  [
    'unknown_trade',
    'about an order we never placed',
    (params) => notifyRequest({ ...params, out_trade_no: 'never_1' }),
  ],
  ['malformed', 'that is signed nonsense', (params) => notifyRequest({ ...params, total_amount: 'NaN' })],
  ['repeated_parameter', 'with a parameter twice', (params) => formRequest(`${encode(params)}&total_amount=0.01`)],
  ['repeated_parameter', 'with the same parameter twice', (params) => formRequest(`${encode(params)}&version=1.0`)],
  ['too_large', 'of more than 64 KB', (params) => formRequest(encode({ ...params, body: 'x'.repeat(65_536) }))],
  ['not_a_form', 'as JSON', (params) => formRequest(JSON.stringify(signNotify(params)), 'application/json')],
  ['not_a_form', 'as multipart', (params) => formRequest(encode(params), 'multipart/form-data; boundary=x')],
  [
    'bad_signature',
    'of broken percent signs and NUL',
    () => formRequest('a=%&b=%zz&c=%00&out_trade_no=%00&sign_type=RSA2&sign=x'),
  ],
  ['bad_signature', 'of nothing', () => formRequest('')],
];

describe('anything else', () => {
  it.each(BAD)('%s: a notify %s changes nothing, gets `fail` and is recorded', async (verdict, _, request) => {
    const { params, read } = await scene();
    const before = await read();
    const answer = await answerTo(request(params));
    expect(answer).toMatchObject({ text: 'fail', type: 'text/plain' });
    expect(answer.status).toBeLessThan(500);
    expect(await read()).toEqual(before);
    expect(await lastEvent()).toMatchObject({ source: 'notify', verdict });
  });

  it('that nobody vouches for takes little room', async () => {
    await answerTo(formRequest(`body=${'x'.repeat(200_000)}`));
    expect((await lastEvent())?.body).toHaveLength(4096);
  });

  it('stops reading an endless body, whatever its content-length says', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(97));
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'content-length': '10' } };
    expect((await answerTo(new Request('https://luffy.example/api/alipay/notify', init))).text).toBe('fail');
    expect(sent).toBeLessThan(80 * 1024);
  });
});
