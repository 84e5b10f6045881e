/** Page methods are opened by the buyer's browser; the others are called by the merchant's server. */
export const PAGE_METHODS = ['alipay.trade.page.pay', 'alipay.trade.wap.pay'] as const;

const API_METHODS = [
  'alipay.trade.query',
  'alipay.trade.close',
  'alipay.trade.refund',
  'alipay.trade.fastpay.refund.query',
  'alipay.data.dataservice.bill.downloadurl.query',
] as const;

export type PageMethod = (typeof PAGE_METHODS)[number];
export type ApiMethod = (typeof API_METHODS)[number];
export type Method = PageMethod | ApiMethod;

export function isPageMethod(method: string): method is PageMethod {
  return PAGE_METHODS.some((known) => known === method);
}

export function isMethod(method: string): method is Method {
  return isPageMethod(method) || API_METHODS.some((known) => known === method);
}
