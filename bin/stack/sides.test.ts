import { describe, expect, test } from 'vitest';
import { chooseSides, isDemo } from './sides';

const alipay = {
  ALIPAY_APP_ID: '2021000000000001',
  ALIPAY_PRIVATE_KEY: 'key',
  ALIPAY_PUBLIC_KEY: 'key',
  ALIPAY_SELLER_ID: '2088000000000001',
  ALIPAY_GATEWAY: 'https://openapi.alipay.com/gateway.do',
};
const wechat = {
  WECHAT_APP_ID: 'wx0000000000000001',
  WECHAT_APP_SECRET: 'secret',
  WECHAT_TOKEN: 'token',
  WECHAT_ENCODING_AES_KEY: 'key',
};

describe('chooseSides', () => {
  test.each([
    [{}, 'sandbox', 'sandbox'],
    [{ ALIPAY_APP_ID: '', WECHAT_TOKEN: '' }, 'sandbox', 'sandbox'],
    [alipay, 'real', 'sandbox'],
    [wechat, 'sandbox', 'real'],
    [{ ...alipay, ...wechat }, 'real', 'real'],
  ])('%j', (given, expectedAlipay, expectedWechat) => {
    const sides = chooseSides(given);
    expect(sides).toEqual({ alipay: expectedAlipay, wechat: expectedWechat });
    expect(isDemo(sides)).toBe(expectedAlipay === 'sandbox' && expectedWechat === 'sandbox');
  });

  test.each([
    [{ ALIPAY_APP_ID: '2021000000000001' }, /支付宝.*缺少 ALIPAY_PRIVATE_KEY、.*ALIPAY_GATEWAY/],
    [{ ...alipay, ALIPAY_GATEWAY: '' }, /缺少 ALIPAY_GATEWAY/],
    [{ WECHAT_API_BASE: 'http://127.0.0.1:1' }, /微信.*缺少 WECHAT_APP_ID/],
  ])('half a set is refused, naming what is missing: %j', (given, message) => {
    expect(() => chooseSides(given)).toThrow(message);
  });
});
