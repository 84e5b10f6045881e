import { AlipaySdk } from 'alipay-sdk';
import { describe, expect, it } from 'vitest';
import { fen } from '@/lib/domain/money';
import { APP_ID, testGateway } from '@/tests/support/alipay';
import { isSignedByMerchant, merchantKeys } from '@/tests/support/alipay-keys';
import type { PayInput } from './gateway';

const input: PayInput = {
  outTradeNo: 'L20260102_1',
  amount: fen(29905),
  subject: '路飞学城 A/B=C&D 100% + "引号"\n',
  method: 'page',
  isQr: false,
  now: new Date('2026-01-01T16:00:05.900Z'),
  expiresAt: new Date('2026-01-01T16:30:05Z'),
  quitPath: '/pay/L20260102',
  returnPath: '/pay/L20260102/return',
};

function open(method: 'page' | 'wap', isQr = false) {
  const url = new URL(testGateway('https://openapi.example/gateway.do').payUrl({ ...input, method, isQr }));
  const params = Object.fromEntries(url.searchParams);
  return { url, params, biz: JSON.parse(params.biz_content ?? '') };
}

describe('the address of the cashier', () => {
  it('names the method, the order and its end in Beijing time', () => {
    const { url, params, biz } = open('page');
    expect(url.origin + url.pathname).toBe('https://openapi.example/gateway.do');
    expect(params).toMatchObject({
      app_id: APP_ID,
      method: 'alipay.trade.page.pay',
      charset: 'utf-8',
      sign_type: 'RSA2',
      version: '1.0',
      timestamp: '2026-01-02 00:00:05',
      return_url: 'https://luffy.example/pay/L20260102/return',
      notify_url: 'https://luffy.example/api/alipay/notify',
    });
    expect(biz).toEqual({
      out_trade_no: 'L20260102_1',
      total_amount: '299.05',
      subject: '路飞学城 A B C D 100% + "引号"',
      product_code: 'FAST_INSTANT_TRADE_PAY',
      time_expire: '2026-01-02 00:30:05',
    });
  });

  it('is the phone cashier for phones, with a way back', () => {
    const { params, biz } = open('wap');
    expect(params.method).toBe('alipay.trade.wap.pay');
    expect(biz).toMatchObject({ product_code: 'QUICK_WAP_WAY', quit_url: 'https://luffy.example/pay/L20260102' });
  });

  it('is a QR code of our size for a frame, from which nobody comes back', () => {
    const { params, biz } = open('page', true);
    expect(params).not.toHaveProperty('return_url');
    expect(biz).toMatchObject({ product_code: 'FAST_INSTANT_TRADE_PAY', qr_pay_mode: '4', qrcode_width: '200' });
    expect(open('page').biz).not.toHaveProperty('qr_pay_mode');
  });

  it.each(['page', 'wap'] as const)('is signed over every parameter (%s), says node:crypto', (method) => {
    const { params } = open(method);
    expect(isSignedByMerchant(params)).toBe(true);
    expect(isSignedByMerchant({ ...params, biz_content: (params.biz_content ?? '').replace('299.05', '0.01') })).toBe(
      false,
    );
  });

  it("passes the SDK's own check, whose public key is then the merchant's", () => {
    const { params } = open('page');
    const alipaySide = new AlipaySdk({
      appId: APP_ID,
      privateKey: merchantKeys.privateKey,
      keyType: 'PKCS8',
      alipayPublicKey: merchantKeys.publicKey,
    });
    expect(alipaySide.checkNotifySignV2(params)).toBe(true);
  });

  it('cuts a long subject and never sends an empty one', () => {
    const subjectOf = (subject: string) => {
      const { searchParams } = new URL(testGateway().payUrl({ ...input, subject }));
      return JSON.parse(searchParams.get('biz_content') ?? '').subject;
    };
    expect([...subjectOf('课'.repeat(400))]).toHaveLength(256);
    expect(subjectOf('/=&')).toBe('课程');
  });
});
