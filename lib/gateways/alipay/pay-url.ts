import type { AlipaySdk } from 'alipay-sdk';
import { yuanText } from '@/lib/domain/money';
import { beijingTime } from './beijing-time';
import type { AlipayConfig, PayInput, WebAddress } from './gateway';

const METHODS = {
  page: { method: 'alipay.trade.page.pay', productCode: 'FAST_INSTANT_TRADE_PAY' },
  wap: { method: 'alipay.trade.wap.pay', productCode: 'QUICK_WAP_WAY' },
} as const;

const MAX_SUBJECT = 256;

// Mode 4 is a bare QR code of a size of one's own, made for a frame; without it the cashier is a page by itself.
const QR = { qr_pay_mode: '4', qrcode_width: '200' } as const;

/** Alipay refuses `/`, `=` and `&` in a subject; control characters would break the string to sign into lines. */
function cleanSubject(subject: string): string {
  const cleaned = subject.replace(/[/=&\p{Cc}]+/gu, ' ').trim();
  return [...cleaned].slice(0, MAX_SUBJECT).join('') || '课程';
}

/** A GET address: the SDK's POST form escapes nothing but quotes. */
export function buildPayUrl(sdk: AlipaySdk, config: AlipayConfig, input: PayInput): WebAddress {
  const { method, productCode } = METHODS[input.method];
  const address = sdk.pageExecute(method, 'GET', {
    timestamp: beijingTime(input.now),
    ...(input.isQr ? {} : { return_url: `${config.siteUrl}${input.returnPath}` }),
    notify_url: `${config.siteUrl}/api/alipay/notify`,
    bizContent: {
      out_trade_no: input.outTradeNo,
      total_amount: yuanText(input.amount),
      subject: cleanSubject(input.subject),
      product_code: productCode,
      time_expire: beijingTime(input.expiresAt),
      ...(input.isQr ? QR : {}),
      ...(input.method === 'wap' ? { quit_url: `${config.siteUrl}${input.quitPath}` } : {}),
    },
  });
  if (!isWebAddress(address)) throw new Error('the gateway has no web address');
  return address;
}

const isWebAddress = (text: string): text is WebAddress => /^https?:\/\//.test(text);
