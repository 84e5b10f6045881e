import fc from 'fast-check';
import { APP_ID, formRequest, notifyParams, SELLER_ID } from '../support/alipay';
import { merchantKeys, signNotify } from '../support/alipay-keys';
import { unique } from '../support/factories';

type Params = Readonly<Record<string, string>>;

/** An attempt that a notify is about, as the outside world knows it. */
export interface Target {
  readonly outTradeNo: string;
  /** In yuan: "29.90". */
  readonly amount: string;
  /** Alipay's number, when it was paid. */
  readonly tradeNo: string | null;
}

/** All attempts differ in their amounts, so that no notify about one can be right about another. */
export interface Targets {
  readonly unpaid: readonly Target[];
  readonly paid: readonly Target[];
}

export interface Fuzzed {
  /** What was done to it; fast-check prints it. */
  readonly what: string;
  readonly request: () => Request;
}

const encoded = (params: Params): string => new URLSearchParams({ ...params }).toString();

const genuine = ({ outTradeNo, amount, tradeNo }: Target): Record<string, string> =>
  notifyParams({ outTradeNo, amount, tradeNo: tradeNo ?? unique('t') });

// Bodies that mean something to a parser somewhere.
const NASTY = [
  '',
  '%',
  '%zz',
  '%00',
  '\0',
  '\u202E',
  '\uD800',
  '￥1.00',
  "' or 1=1 --",
  '{"a":1}',
  '<xml/>',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
];
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 80 }));
const paramName = fc.constantFrom(...Object.keys(genuine({ outTradeNo: 'o', amount: '1.00', tradeNo: null })));
const urlForm = 'application/x-www-form-urlencoded';

/** Ways in which nobody vouches for what a notify says. */
const FORGERIES: Readonly<Record<string, fc.Arbitrary<(params: Params) => Request>>> = {
  'bytes of no kind': fc.uint8Array({ maxLength: 2000 }).map((bytes) => () => formRequest(latin(bytes))),
  'text of no kind': nasty.map((text) => () => formRequest(text)),
  'no signature': fc.constant((params) => formRequest(encoded(params))),
  'the signature of somebody else': fc.constant((params) =>
    formRequest(encoded(signNotify(params, { key: merchantKeys.privateKey }))),
  ),
  'a signature of nonsense': nasty.map((sign) => (params) => formRequest(encoded({ ...params, sign }))),
  'a signature cut short': fc
    .integer({ min: 0, max: 300 })
    .map(
      (length) => (params) =>
        formRequest(encoded({ ...params, sign: (signNotify(params).sign ?? '').slice(0, length) })),
    ),
  'a parameter changed after signing': fc.tuple(paramName, nasty).map(
    ([name, value]) =>
      (params) =>
        formRequest(encoded({ ...signNotify(params), [name]: `${value}!` })),
  ),
  'a parameter left out after signing': paramName.map((name) => (params) => {
    const { [name]: _, ...rest } = signNotify(params);
    return formRequest(encoded(rest));
  }),
  'a parameter added after signing': nasty.map(
    (value) => (params) => formRequest(encoded({ ...signNotify(params), extra: `${value}!` })),
  ),
  'a parameter twice': fc.tuple(paramName, nasty).map(
    ([name, value]) =>
      (params) =>
        formRequest(`${encoded(signNotify(params))}&${encoded({ [name]: value })}`),
  ),
  'a weaker algorithm': fc
    .constantFrom('RSA', 'rsa2', 'RSA2 ', 'none', '')
    .map(
      (type) => (params) => formRequest(encoded(signNotify({ ...params, sign_type: type }, { algorithm: 'RSA-SHA1' }))),
    ),
  'encoded twice': fc.constant((params) => {
    const twice = Object.entries(signNotify(params)).map(([name, value]) => [name, encodeURIComponent(value)]);
    return formRequest(encoded(Object.fromEntries(twice)));
  }),
  'another charset than was signed': fc.constant((params) =>
    formRequest(encodeURI(encoded(signNotify({ ...params, subject: '课程' }))).replaceAll('%25E8', '%25BF')),
  ),
  'another type of body': fc
    .constantFrom('application/json', 'text/plain', 'multipart/form-data; boundary=x', '')
    .map((type) => (params) => formRequest(encoded(signNotify(params)), type)),
  'too large': fc
    .integer({ min: 65_536, max: 70_000 })
    .map((size) => (params) => formRequest(encoded(signNotify({ ...params, body: 'x'.repeat(size) })), urlForm)),
};

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const wrongAmount = fc.oneof(
  fc.integer({ min: 0, max: 10_000_000 }).map((fen) => `${(fen / 100).toFixed(2)}7`),
  fc.constantFrom(
    '',
    '0',
    '0.00',
    '-1.00',
    'NaN',
    'Infinity',
    '1e2',
    '0x10',
    '１.００',
    '1,000.00',
    '00',
    '.',
    '99999999999999',
    // The least that a column of amounts does not hold, the most that Alipay takes, and the most that is read.
    '21474836.48',
    '100000000.00',
    '999999999.99',
  ),
  fc.integer({ min: 50_000_000, max: 90_000_000 }).map((fen) => (fen / 100).toFixed(2)),
);

/** Ways in which Alipay's own signature stands under what is not true of an order of ours: each alone is enough. */
const LIES: Readonly<Record<string, fc.Arbitrary<(target: Target, targets: Targets) => Params>>> = {
  'another amount': wrongAmount.map((amount) => () => ({ total_amount: amount })),
  'the amount of another order': fc.nat().map((index) => (target, { unpaid, paid }) => {
    const others = [...unpaid, ...paid].filter(({ outTradeNo }) => outTradeNo !== target.outTradeNo);
    return { total_amount: others[index % others.length]?.amount ?? '0.01' };
  }),
  'an order nobody placed': nasty.map((text) => () => ({ out_trade_no: `${text}#` })),
  'another application': nasty.map((text) => () => ({ app_id: `${APP_ID}${text}0` })),
  'another seller': nasty.map((text) => () => ({ seller_id: `${text}${SELLER_ID}1` })),
  'a state in which nothing was paid': fc
    .constantFrom('WAIT_BUYER_PAY', 'TRADE_CLOSED', 'trade_success', 'TRADE_SUCCESS ', 'TRADE_PENDING', '')
    .map((status) => () => ({ trade_status: status })),
  'no trade number': fc.constantFrom('', ' ', '\0', '中').map((tradeNo) => () => ({ trade_no: tradeNo })),
  'the trade of another order': fc.nat().map((index) => (target, { paid }) => {
    const others = paid.filter(({ outTradeNo }) => outTradeNo !== target.outTradeNo);
    return { trade_no: others[index % others.length]?.tradeNo ?? '' };
  }),
};

/** What may stand beside: it makes nothing true. */
const noise: fc.Arbitrary<Params> = fc.oneof(
  fc.constant({}),
  fc.constant({ refund_fee: '0.01', gmt_refund: '2026-01-02 03:04:05.678', out_biz_no: 'R1' }),
  fc.constant({ charset: 'GBK' }),
  fc.constant({ notify_id: '' }),
  fc.dictionary(fc.stringMatching(/^[a-z_]{3,12}x$/), nasty, { maxKeys: 3 }),
);

/** News of what is over: said again, with a refund or without, it changes nothing. */
const REPEATS = [
  {},
  { trade_status: 'TRADE_FINISHED' },
  { refund_fee: '0.01', gmt_refund: '2026-01-02 03:04:05.678', out_biz_no: 'R1' },
  { trade_status: 'TRADE_CLOSED', gmt_close: '2026-01-02 03:04:05' },
] as const;

/** A notify of which nothing may follow. Half are not signed by Alipay, the others are, and wrong in what they say. */
export function fuzzedNotify(targets: Targets): fc.Arbitrary<Fuzzed> {
  const any = fc.constantFrom(...targets.unpaid, ...targets.paid);
  const forgeries = Object.entries(FORGERIES).map(([what, arbitrary]) =>
    fc.tuple(any, arbitrary).map(([target, forge]) => ({ what, request: () => forge(genuine(target)) })),
  );
  const lies = Object.entries(LIES).map(([what, arbitrary]) =>
    fc.tuple(any, arbitrary, noise).map(([target, lie, beside]) => {
      const params = { ...genuine(target), ...beside, ...lie(target, targets) };
      return { what, request: () => formRequest(encoded(signNotify(params))) };
    }),
  );
  const repeats = fc.tuple(fc.constantFrom(...targets.paid), fc.constantFrom(...REPEATS)).map(([target, news]) => ({
    what: 'said again',
    request: () => formRequest(encoded(signNotify({ ...genuine(target), ...news }))),
  }));
  return fc.oneof(fc.oneof(...forgeries), fc.oneof(...lies, repeats));
}
