import { afterAll, describe, expect, it } from 'vitest';
import { formatBeijing } from './beijing-time';
import { merchantSdk, NOTIFY_URL, order, START, signByHand, TestSandbox } from './test-kit';

const sandbox = new TestSandbox();
afterAll(() => sandbox.close());

const PAGE = 'alipay.trade.page.pay';
const WAP = 'alipay.trade.wap.pay';
const QUERY = 'alipay.trade.query';

/** Rebuilds a signed query string with one parameter changed after signing; null removes it. */
function tamper(query: string, name: string, value: string | null): string {
  const params = new URLSearchParams(query);
  if (value === null) params.delete(name);
  else params.set(name, value);
  return params.toString();
}

async function subCodeOf(query: string): Promise<{ subCode: unknown; code: unknown; signed: boolean }> {
  const answer = await (await sandbox.request(`/gateway.do?${query}`)).json();
  const node = answer.alipay_trade_query_response ?? answer.error_response;
  return { subCode: node.sub_code, code: node.code, signed: 'sign' in answer };
}

const query = (extra: Record<string, string> = {}) => sandbox.signed(QUERY, { out_trade_no: 'NONE' }, extra);
const unsignedParam = (name: string) => tamper(query(), name, null);
const DAY = 86_400_000;

describe('public parameters', () => {
  const cases: [string, () => string, string, string, boolean][] = [
    ['no method', () => unsignedParam('method'), '40001', 'isv.missing-method', false],
    ['unknown method', () => sandbox.signed('alipay.trade.pay', {}), '40002', 'isv.invalid-method', false],
    ['no app_id', () => unsignedParam('app_id'), '40001', 'isv.missing-app-id', false],
    ['foreign app_id', () => query({ app_id: '2021000000000000' }), '40002', 'isv.invalid-app-id', false],
    ['app before signature', () => tamper(unsignedParam('sign'), 'app_id', 'x'), '40002', 'isv.invalid-app-id', false],
    ['no sign', () => unsignedParam('sign'), '40001', 'isv.missing-signature', true],
    ['no sign_type', () => unsignedParam('sign_type'), '40001', 'isv.missing-signature-type', true],
    ['no timestamp', () => unsignedParam('timestamp'), '40001', 'isv.missing-timestamp', true],
    ['no version', () => unsignedParam('version'), '40001', 'isv.missing-version', true],
    ['RSA (SHA1)', () => query({ sign_type: 'RSA' }), '40002', 'isv.invalid-signature-type', true],
    ['GBK', () => query({ charset: 'gbk' }), '40002', 'isv.invalid-charset', true],
    ['no charset', () => unsignedParam('charset'), '40002', 'isv.invalid-charset', true],
    ['XML', () => query({ format: 'XML' }), '40002', 'isv.invalid-format', true],
    ['version 2.0', () => query({ version: '2.0' }), '40002', 'isv.invalid-parameter', true],
    ['ISO timestamp', () => query({ timestamp: '2026-03-02T10:00:00Z' }), '40002', 'isv.invalid-timestamp', true],
    ['30 February', () => query({ timestamp: '2026-02-30 10:00:00' }), '40002', 'isv.invalid-timestamp', true],
    [
      'a day old',
      () => query({ timestamp: formatBeijing(START - DAY - 1000) }),
      '40002',
      'isv.invalid-timestamp',
      true,
    ],
    [
      'a day ahead',
      () => query({ timestamp: formatBeijing(START + DAY + 1000) }),
      '40002',
      'isv.invalid-timestamp',
      true,
    ],
    ['encrypted', () => query({ encrypt_type: 'AES' }), '40002', 'isv.decryption-error-not-valid-encrypt-key', true],
    ['on behalf of others', () => query({ app_auth_token: 't' }), '20001', 'aop.invalid-app-auth-token', true],
    ['notify_url not http', () => query({ notify_url: 'ftp://a/b' }), '40002', 'isv.invalid-parameter', true],
    [
      'return_url too long',
      () => query({ return_url: `http://a/${'b'.repeat(250)}` }),
      '40002',
      'isv.invalid-parameter',
      true,
    ],
    [
      'a stranger signed',
      () => sandbox.signed(QUERY, {}, {}, merchantSdk({ signedBy: 'stranger' })),
      '40002',
      'isv.invalid-signature',
      true,
    ],
    [
      'content changed',
      () => tamper(query(), 'biz_content', '{"out_trade_no":"B"}'),
      '40002',
      'isv.invalid-signature',
      true,
    ],
    ['parameter added', () => `${query()}&extra=1`, '40002', 'isv.invalid-signature', true],
    ['+ for %2B in sign', () => tamper(query(), 'sign', 'not base64 at all'), '40002', 'isv.invalid-signature', true],
    ['repeated, different', () => `${query()}&version=2.0`, '40002', 'isv.invalid-parameter', true],
    ['out_trade_no missing', () => sandbox.signed(QUERY, {}), '40004', 'ACQ.INVALID_PARAMETER', true],
    ['out_trade_no a number', () => sandbox.signed(QUERY, { out_trade_no: 1 }), '40004', 'ACQ.INVALID_PARAMETER', true],
    ['unknown trade', () => query(), '40004', 'ACQ.TRADE_NOT_EXIST', true],
  ];
  it.each(cases)('%s → %s', async (_name, build, code, subCode, signed) => {
    expect(await subCodeOf(build())).toEqual({ code, subCode, signed });
  });

  it('takes an empty parameter as absent, as the signature rule does', async () => {
    expect((await subCodeOf(`${query()}&extra=`)).subCode).toBe('ACQ.TRADE_NOT_EXIST');
  });

  it('takes a repeated parameter with one value, as PHP sends charset', async () => {
    expect((await subCodeOf(`${query()}&charset=utf-8`)).subCode).toBe('ACQ.TRADE_NOT_EXIST');
  });

  it.each(['[]', '"a"', '{', 'null'])('refuses biz_content %s', async (text) => {
    expect((await subCodeOf(signByHand(query(), 'biz_content', text))).subCode).toBe('isv.illegal-json');
  });
});

describe('payment parameters', () => {
  const long = (length: number) => 'x'.repeat(length);
  const bad: [string, string, Record<string, unknown>, string][] = [
    ['no out_trade_no', PAGE, { out_trade_no: undefined }, 'INVALID_PARAMETER'],
    ['65 characters', PAGE, { out_trade_no: long(65) }, 'INVALID_PARAMETER'],
    ['a hyphen', PAGE, { out_trade_no: 'A-1' }, 'INVALID_PARAMETER'],
    ['Chinese number', PAGE, { out_trade_no: '订单1' }, 'INVALID_PARAMETER'],
    ['trailing newline', PAGE, { out_trade_no: 'A1\n' }, 'INVALID_PARAMETER'],
    ['no amount', PAGE, { total_amount: undefined }, 'INVALID_PARAMETER'],
    ['a JSON number', PAGE, { total_amount: 1 }, 'INVALID_PARAMETER'],
    ['zero', PAGE, { total_amount: '0.00' }, 'INVALID_PARAMETER'],
    ['negative', PAGE, { total_amount: '-1.00' }, 'INVALID_PARAMETER'],
    ['three decimals', PAGE, { total_amount: '0.001' }, 'INVALID_PARAMETER'],
    ['an exponent', PAGE, { total_amount: '1e3' }, 'INVALID_PARAMETER'],
    ['a comma', PAGE, { total_amount: '1,000.00' }, 'INVALID_PARAMETER'],
    ['a leading zero', PAGE, { total_amount: '01.00' }, 'INVALID_PARAMETER'],
    ['a space', PAGE, { total_amount: ' 1.00' }, 'INVALID_PARAMETER'],
    ['too much', PAGE, { total_amount: '100000000.01' }, 'TOTAL_FEE_EXCEED'],
    ['no subject', PAGE, { subject: '' }, 'INVALID_PARAMETER'],
    ['257 characters', PAGE, { subject: long(257) }, 'INVALID_PARAMETER'],
    ['slash in subject', PAGE, { subject: 'a/b' }, 'INVALID_PARAMETER'],
    ['= in subject', PAGE, { subject: 'a=b' }, 'INVALID_PARAMETER'],
    ['& in subject', PAGE, { subject: 'a&b' }, 'INVALID_PARAMETER'],
    ['129 characters of body', PAGE, { body: long(129) }, 'INVALID_PARAMETER'],
    ['no product_code', PAGE, { product_code: undefined }, 'INVALID_PARAMETER'],
    ['wap product on page', PAGE, { product_code: 'QUICK_WAP_WAY' }, 'INVALID_PARAMETER'],
    ['page product on wap', WAP, {}, 'INVALID_PARAMETER'],
    ['timeout 0m', PAGE, { timeout_express: '0m' }, 'INVALID_PARAMETER'],
    ['timeout 1.5h', PAGE, { timeout_express: '1.5h' }, 'INVALID_PARAMETER'],
    ['timeout 16d', PAGE, { timeout_express: '16d' }, 'INVALID_PARAMETER'],
    ['timeout 361h', PAGE, { timeout_express: '361h' }, 'INVALID_PARAMETER'],
    ['timeout 30s', PAGE, { timeout_express: '30s' }, 'INVALID_PARAMETER'],
    ['timeout 4m on wap', WAP, { product_code: 'QUICK_WAP_WAY', timeout_express: '4m' }, 'INVALID_PARAMETER'],
    ['time_expire without seconds', PAGE, { time_expire: '2026-03-02 11:00' }, 'INVALID_PARAMETER'],
    ['time_expire over 15 days', PAGE, { time_expire: '2026-03-17 10:00:01' }, 'INVALID_PARAMETER'],
    ['time_expire in the past', PAGE, { time_expire: '2026-03-02 09:59:59' }, 'NOW_TIME_AFTER_EXPIRE_TIME_ERROR'],
    ['time_expire now', PAGE, { time_expire: '2026-03-02 10:00:00' }, 'NOW_TIME_AFTER_EXPIRE_TIME_ERROR'],
    ['qr_pay_mode 5', PAGE, { qr_pay_mode: '5' }, 'INVALID_PARAMETER'],
    ['513 characters passed back', PAGE, { passback_params: long(513) }, 'INVALID_PARAMETER'],
    ['passback not encoded', PAGE, { passback_params: 'a=1&b=2' }, 'INVALID_PARAMETER'],
    ['passback with a lone %', PAGE, { passback_params: '100%' }, 'INVALID_PARAMETER'],
    ['quit_url not http', WAP, { product_code: 'QUICK_WAP_WAY', quit_url: 'javascript:1' }, 'INVALID_PARAMETER'],
    ['someone else as seller', PAGE, { seller_id: '2088000000000000' }, 'INVALID_RECEIVE_ACCOUNT'],
  ];
  it.each(bad)('%s is refused on a page', async (_name, method, overrides, code) => {
    const response = await sandbox.requestPayment(order(overrides), { method });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`错误代码 <code>${code}</code>`);
  });

  const good: [string, string, Record<string, unknown>][] = [
    ['the least amount', PAGE, { total_amount: '0.01' }],
    ['the greatest amount', PAGE, { total_amount: '100000000' }],
    ['one decimal', PAGE, { total_amount: '88.8' }],
    ['64 characters', PAGE, { out_trade_no: `N${long(63)}` }],
    ['timeout 1m', PAGE, { timeout_express: '1m' }],
    ['timeout 15d', PAGE, { timeout_express: '15d' }],
    ['timeout 1c', PAGE, { timeout_express: '1c' }],
    ['no timeout', PAGE, { timeout_express: undefined }],
    [
      'timeout 5m on wap',
      WAP,
      { product_code: 'QUICK_WAP_WAY', timeout_express: '5m', quit_url: 'http://shop.test/q' },
    ],
    ['time_expire in a second', PAGE, { time_expire: '2026-03-02 10:00:01' }],
    ['encoded passback', PAGE, { passback_params: 'a%3D1%26b%3D2' }],
    ['our own seller_id', PAGE, { seller_id: '2088721003899159' }],
    ['unknown extra fields', PAGE, { goods_type: '0', extend_params: { a: 1 } }],
  ];
  it.each(good)('%s is accepted', async (_name, method, overrides) => {
    expect(await sandbox.openLink(order(overrides), { method })).toMatch(/^\/cashier\/[\w-]{24}$/);
  });

  it('shows a protocol error on a page too, with the string the gateway verified', async () => {
    const url = sandbox.signed(PAGE, order(), { notify_url: NOTIFY_URL }, merchantSdk({ signedBy: 'stranger' }));
    const page = await (await sandbox.request(`/gateway.do?${url}`)).text();
    expect(page).toContain('错误代码 <code>invalid-signature</code>');
    expect(page).toContain('sign_type=RSA2&amp;timestamp=');
  });
});

describe('transport', () => {
  const post = (body: string, type: string) =>
    sandbox.request('/gateway.do', { method: 'POST', body, headers: { 'content-type': type } });

  it('merges a query with a form body, and takes all in the body', async () => {
    const all = query();
    const form = 'application/x-www-form-urlencoded;charset=utf-8';
    const params = new URLSearchParams(all);
    const biz = new URLSearchParams({ biz_content: params.get('biz_content') ?? '' });
    params.delete('biz_content');
    const split = await sandbox.request(`/gateway.do?${params}`, { method: 'POST', body: biz });
    expect(await split.text()).toContain('ACQ.TRADE_NOT_EXIST');
    expect(await (await post(all, form)).text()).toContain('ACQ.TRADE_NOT_EXIST');
  });

  it('answers 415 to JSON, 413 to a huge body, and stays up on broken escapes', async () => {
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await post(`a=${'b'.repeat(300_000)}`, 'application/x-www-form-urlencoded')).status).toBe(413);
    expect((await post('%%%=%zz&__proto__=1', 'application/x-www-form-urlencoded')).status).toBe(200);
    expect((await sandbox.request('/gateway.do', { method: 'PUT' })).status).toBe(404);
  });
});
