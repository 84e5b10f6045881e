import { describe, expect, it } from 'vitest';
import { APP_ID, notifyParams, testGateway } from '@/tests/support/alipay';
import { merchantKeys, signNotify } from '@/tests/support/alipay-keys';

const gateway = testGateway();
const verify = (params: Record<string, string>) => gateway.verifyNotify(new Map(Object.entries(params)));
const genuine = () => notifyParams({ outTradeNo: 'L1_1', amount: '299.00', tradeNo: '2026010222001' });

describe('a notify signed by node:crypto', () => {
  it('is taken, with percent signs, plus signs and Chinese in its values', () => {
    const base = genuine();
    const params = { ...base, subject: '100%25 + 折扣 %zz', body: '{"a":"%"}' };
    expect(verify(signNotify(params))).toEqual({
      ok: true,
      notify: {
        notifyId: base.notify_id,
        trade: { outTradeNo: 'L1_1', tradeNo: '2026010222001', status: 'TRADE_SUCCESS', amount: 29900 },
      },
    });
  });

  it.each(['signed', 'dropped'] as const)('is taken with empty values that were %s', (empty) => {
    expect(verify(signNotify({ ...genuine(), body: '', passback_params: '' }, { empty })).ok).toBe(true);
  });

  it('is refused under SHA1, whatever it calls itself', () => {
    const sha1 = signNotify({ ...genuine(), sign_type: 'RSA' }, { algorithm: 'RSA-SHA1' });
    expect(verify(sha1)).toEqual({ ok: false, reason: 'bad_signature' });
    expect(verify({ ...sha1, sign_type: 'RSA2' })).toEqual({ ok: false, reason: 'bad_signature' });
    const { sign_type: _, ...untyped } = signNotify(genuine());
    expect(verify(untyped)).toEqual({ ok: false, reason: 'bad_signature' });
  });

  it('is refused when signed by another key, when anything in it was changed, added or taken away', () => {
    const bad = { ok: false, reason: 'bad_signature' };
    const good = signNotify(genuine());
    expect(verify(signNotify(genuine(), { key: merchantKeys.privateKey }))).toEqual(bad);
    expect(verify({ ...good, total_amount: '0.01' })).toEqual(bad);
    expect(verify({ ...good, refund_fee: '1.00' })).toEqual(bad);
    const { seller_id: _, ...less } = good;
    expect(verify(less)).toEqual(bad);
    expect(verify({ ...good, sign: '' })).toEqual(bad);
    expect(verify({ ...good, sign: 'not base64 at all !' })).toEqual(bad);
    expect(verify({})).toEqual(bad);
  });

  it('is refused for another application or another seller', () => {
    const otherApp = signNotify({ ...genuine(), app_id: `${APP_ID.slice(0, -1)}9` });
    expect(verify(otherApp)).toEqual({ ok: false, reason: 'wrong_app' });
    const otherSeller = signNotify({ ...genuine(), seller_id: '2088000000000009' });
    expect(verify(otherSeller)).toEqual({ ok: false, reason: 'wrong_seller' });
  });

  it.each([
    ['an amount that is none', { total_amount: '1e3' }],
    ['a negative amount', { total_amount: '-1.00' }],
    ['an amount in tenths of a fen', { total_amount: '1.001' }],
    ['an unknown status', { trade_status: 'PAID' }],
    ['no trade number', { trade_no: '' }],
    ['an out_trade_no that is too long', { out_trade_no: 'x'.repeat(65) }],
  ])('is malformed with %s, even when signed', (_, change) => {
    expect(verify(signNotify({ ...genuine(), ...change }))).toEqual({ ok: false, reason: 'malformed' });
  });
});
