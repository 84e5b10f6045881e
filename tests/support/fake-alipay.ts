import { fen } from '@/lib/domain/money';
import type { AlipayTrade, CloseOutcome, QueryOutcome } from '@/lib/gateways/alipay/gateway';
import type { Gateways } from '@/lib/services/ctx';
import { fakeGateways } from './factories';

type Status = AlipayTrade['status'];

interface FakeAlipay {
  readonly gateways: Gateways;
  /** The buyer opens the cashier, pays, or the trade closes by itself. */
  readonly put: (outTradeNo: string, amountFen: number, status: Status) => AlipayTrade;
  readonly statusOf: (outTradeNo: string) => Status | null;
  /** From now on it does not answer. */
  readonly goSilent: () => void;
  /** Runs before the answer to the next close: the buyer is faster. */
  readonly beforeClose: (act: () => void) => void;
}

/** An Alipay in memory that keeps to its rules: a trade exists once opened, and only an unpaid one can be closed. */
export function fakeAlipay(): FakeAlipay {
  const trades = new Map<string, AlipayTrade>();
  let isSilent = false;
  let act = () => {};

  const put = (outTradeNo: string, amountFen: number, status: Status): AlipayTrade => {
    const trade = { outTradeNo, tradeNo: `T-${outTradeNo}`, status, amount: fen(amountFen) };
    trades.set(outTradeNo, trade);
    return trade;
  };
  const query = async (outTradeNo: string): Promise<QueryOutcome> => {
    if (isSilent) return { kind: 'unknown', raw: 'silence' };
    const trade = trades.get(outTradeNo);
    return trade ? { kind: 'found', trade, raw: 'found' } : { kind: 'not_exist', raw: 'not_exist' };
  };
  const close = async (outTradeNo: string): Promise<CloseOutcome> => {
    if (isSilent) return { kind: 'unknown', raw: 'silence' };
    act();
    const trade = trades.get(outTradeNo);
    if (!trade) return { kind: 'not_exist', raw: 'not_exist' };
    if (trade.status !== 'WAIT_BUYER_PAY') return { kind: 'wrong_state', raw: 'wrong_state' };
    trades.set(outTradeNo, { ...trade, status: 'TRADE_CLOSED' });
    return { kind: 'closed', raw: 'closed' };
  };
  return {
    put,
    gateways: fakeGateways({ query, close, payUrl: ({ outTradeNo }) => `https://cashier.example/${outTradeNo}` }),
    statusOf: (outTradeNo) => trades.get(outTradeNo)?.status ?? null,
    goSilent: () => {
      isSilent = true;
    },
    beforeClose: (next) => {
      act = next;
    },
  };
}
