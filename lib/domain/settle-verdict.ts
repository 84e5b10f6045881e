import type { Fen } from './money';
import type { OrderStatus, PaymentStatus } from './states';

/** A trade as the gateway tells it; only these two statuses mean that the buyer has paid. */
export interface HeardTrade {
  readonly tradeNo: string;
  readonly status: string;
  readonly amount: Fen;
}

/** The attempt that the trade belongs to, as we know it. */
export interface KnownPayment {
  readonly status: PaymentStatus;
  readonly tradeNo: string | null;
  readonly amountFen: Fen;
  readonly orderStatus: OrderStatus;
  /** Another attempt was paid under the same trade_no. */
  readonly isTradeNoTaken: boolean;
}

/**
 * paid: settles the order. repeated: we knew. late: money for an order that is no longer payable, or paid already.
 * ignored: nothing was paid. The others are nothing we asked for; they change nothing and are looked into by people.
 */
export type SettleVerdict =
  | 'paid'
  | 'repeated'
  | 'late'
  | 'ignored'
  | 'unknown_trade'
  | 'amount_mismatch'
  | 'trade_no_mismatch';

export const isPaidStatus = (status: string): boolean => status === 'TRADE_SUCCESS' || status === 'TRADE_FINISHED';

/** What a trusted trade means. A partial refund sends TRADE_SUCCESS again: that is `repeated`, not a second payment. */
export function judgeTrade(trade: HeardTrade, known: KnownPayment | null): SettleVerdict {
  if (!isPaidStatus(trade.status)) return 'ignored';
  if (!known) return 'unknown_trade';
  if (known.amountFen !== trade.amount) return 'amount_mismatch';
  if (known.tradeNo !== null) return known.tradeNo === trade.tradeNo ? 'repeated' : 'trade_no_mismatch';
  if (known.isTradeNoTaken) return 'trade_no_mismatch';
  return known.status === 'created' && known.orderStatus === 'pending' ? 'paid' : 'late';
}
