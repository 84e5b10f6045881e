import type { Fen } from '@/lib/domain/money';
import type { PaymentMethod } from '@/lib/domain/payment';

/** A trade as the gateway tells it. */
export interface AlipayTrade {
  readonly outTradeNo: string;
  readonly tradeNo: string;
  readonly status: 'WAIT_BUYER_PAY' | 'TRADE_CLOSED' | 'TRADE_SUCCESS' | 'TRADE_FINISHED';
  readonly amount: Fen;
}

/** unknown: a time-out, code 20000 or an unsigned answer; nothing may be concluded from it. */
export type QueryOutcome =
  | { readonly kind: 'found'; readonly trade: AlipayTrade; readonly raw: string }
  | { readonly kind: 'not_exist'; readonly raw: string }
  | { readonly kind: 'unknown'; readonly raw: string };

export type CloseOutcome =
  | { readonly kind: 'closed' | 'not_exist' | 'wrong_state'; readonly raw: string }
  | { readonly kind: 'unknown'; readonly raw: string };

/** A notify whose signature, app_id and seller_id hold. out_trade_no and amount are still to be matched. */
export interface AlipayNotify {
  readonly notifyId: string;
  readonly trade: AlipayTrade;
}

export type VerifyOutcome =
  | { readonly ok: true; readonly notify: AlipayNotify }
  | { readonly ok: false; readonly reason: 'malformed' | 'bad_signature' | 'wrong_app' | 'wrong_seller' };

export interface PayInput {
  readonly outTradeNo: string;
  readonly amount: Fen;
  readonly subject: string;
  readonly method: PaymentMethod;
  /** The trade cannot be paid after this. */
  readonly expiresAt: Date;
  readonly now: Date;
  /** Where a phone goes when the buyer gives up. */
  readonly quitUrl: string;
  readonly returnUrl: string;
  readonly notifyUrl: string;
}

export interface AlipayGateway {
  /** The signed address of Alipay's cashier. Pure: nothing is sent. */
  readonly payUrl: (input: PayInput) => string;
  readonly query: (outTradeNo: string) => Promise<QueryOutcome>;
  readonly close: (outTradeNo: string) => Promise<CloseOutcome>;
  /** `form`: the notify's parameters, decoded once. */
  readonly verifyNotify: (form: ReadonlyMap<string, string>) => VerifyOutcome;
}
