import type { Fen } from '@/lib/domain/money';
import type { PaymentMethod } from '@/lib/domain/payment';
import type { Day } from '@/lib/domain/shanghai-day';

export interface AlipayConfig {
  readonly appId: string;
  /** PKCS8 PEM: the application's own key, which signs what we send. */
  readonly privateKey: string;
  /** SPKI PEM: Alipay's key (not the application's), which verifies what we hear. */
  readonly alipayPublicKey: string;
  readonly sellerId: string;
  readonly gateway: string;
  /** Where this site is reached from outside, without a slash at the end. */
  readonly siteUrl: string;
}

/** A trade as the gateway tells it. */
export interface AlipayTrade {
  readonly outTradeNo: string;
  readonly tradeNo: string;
  readonly status: 'WAIT_BUYER_PAY' | 'TRADE_CLOSED' | 'TRADE_SUCCESS' | 'TRADE_FINISHED';
  readonly amount: Fen;
}

/** unknown: a time-out, code 20000 or an unsigned answer; nothing may be concluded from it. `raw` is the answer, verbatim. */
export type QueryOutcome =
  | { readonly kind: 'found'; readonly trade: AlipayTrade; readonly raw: string }
  | { readonly kind: 'not_exist'; readonly raw: string }
  | { readonly kind: 'unknown'; readonly raw: string };

export interface CloseOutcome {
  readonly kind: 'closed' | 'not_exist' | 'wrong_state' | 'unknown';
  readonly raw: string;
}

/** A day's trade bill, downloaded and unpacked as it is read. */
export interface BillFile {
  /** The detail file, line by line; throws when it turns out to be broken. */
  readonly lines: () => AsyncIterable<string>;
  /** Whoever got the file throws it away. */
  readonly discard: () => Promise<void>;
}

/** not_exist: not made yet (a day's bill comes on the next morning), or nothing happened on that day. */
export type BillOutcome =
  | { readonly kind: 'found'; readonly bill: BillFile }
  | { readonly kind: 'not_exist' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Money of a paid trade to give back: a part of it, or all. */
export interface RefundInput {
  readonly outTradeNo: string;
  /** Makes it one refund, however often it is sent. */
  readonly outRequestNo: string;
  readonly amount: Fen;
  /** The buyer reads it in the bill. */
  readonly reason: string;
}

/** done: this request moved the money. unknown: it may have, or an earlier one has; ask with `refundQuery`. */
export type RefundOutcome =
  | { readonly kind: 'done'; readonly raw: string }
  | { readonly kind: 'refused'; readonly subCode: string; readonly raw: string }
  | { readonly kind: 'unknown'; readonly raw: string };

/** found: it was given back, this much. absent: no such refund was made, until now. */
export type RefundQueryOutcome =
  | { readonly kind: 'found'; readonly amount: Fen; readonly raw: string }
  | { readonly kind: 'absent'; readonly raw: string }
  | { readonly kind: 'unknown'; readonly raw: string };

/** A notify whose signature, app_id and seller_id hold. out_trade_no and amount are still to be matched. */
export interface AlipayNotify {
  readonly notifyId: string;
  readonly trade: AlipayTrade;
}

export type NotifyRefusal = 'malformed' | 'bad_signature' | 'wrong_app' | 'wrong_seller';
export type VerifyOutcome =
  | { readonly ok: true; readonly notify: AlipayNotify }
  | { readonly ok: false; readonly reason: NotifyRefusal };

/** Paths are of this site and begin with a slash. */
export interface PayInput {
  readonly outTradeNo: string;
  readonly amount: Fen;
  readonly subject: string;
  readonly method: PaymentMethod;
  /** The QR code alone, to be framed by a page of ours. Nobody comes back from it. */
  readonly isQr: boolean;
  /** The trade cannot be paid after this. */
  readonly expiresAt: Date;
  readonly now: Date;
  /** Where a phone goes when the buyer gives up. */
  readonly quitPath: string;
  readonly returnPath: string;
}

/** An absolute address on the web, another site's perhaps. */
export type WebAddress = `${'http' | 'https'}://${string}`;

export interface AlipayGateway {
  /** The signed address of Alipay's cashier. Pure: nothing is sent. */
  readonly payUrl: (input: PayInput) => WebAddress;
  /** Asks what became of a trade (`alipay.trade.query`). Never throws. */
  readonly query: (outTradeNo: string) => Promise<QueryOutcome>;
  /** Closes a trade nobody has paid (`alipay.trade.close`). Never throws. */
  readonly close: (outTradeNo: string) => Promise<CloseOutcome>;
  /** Downloads the trade bill of a day in Asia/Shanghai. Never throws. */
  readonly bill: (day: Day) => Promise<BillOutcome>;
  /** Gives money back (`alipay.trade.refund`). Never throws. */
  readonly refund: (input: RefundInput) => Promise<RefundOutcome>;
  /** Asks whether a refund was made (`alipay.trade.fastpay.refund.query`). Never throws. */
  readonly refundQuery: (input: Pick<RefundInput, 'outTradeNo' | 'outRequestNo'>) => Promise<RefundQueryOutcome>;
  /** `form`: the notify's parameters, decoded once, none of them repeated. */
  readonly verifyNotify: (form: ReadonlyMap<string, string>) => VerifyOutcome;
}
