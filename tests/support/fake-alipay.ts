import { fen } from '@/lib/domain/money';
import type {
  AlipayTrade,
  CloseOutcome,
  QueryOutcome,
  RefundInput,
  RefundOutcome,
  RefundQueryOutcome,
} from '@/lib/gateways/alipay/gateway';
import type { Gateways } from '@/lib/services/ctx';
import { fakeGateways } from './factories';

type Status = AlipayTrade['status'];
/** lost: the request never arrived. unheard: it did, its answer did not. The others are refusals. */
type RefundFault = 'lost' | 'unheard' | 'ACQ.SELLER_BALANCE_NOT_ENOUGH';

interface FakeAlipay {
  readonly gateways: Gateways;
  /** The buyer opens the cashier, pays, or the trade closes by itself. */
  readonly put: (outTradeNo: string, amountFen: number, status: Status) => AlipayTrade;
  readonly statusOf: (outTradeNo: string) => Status | null;
  /** Every refund that was made, in order. */
  readonly refunds: readonly RefundInput[];
  /** How often a refund was asked for, made or not. */
  readonly refundCalls: readonly RefundInput[];
  /** What goes wrong with the next refunds, one after the other. */
  readonly refundFaults: RefundFault[];
  /** From now on it does not answer. */
  readonly goSilent: () => void;
  readonly speakAgain: () => void;
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
  const refunding = fakeRefunds(trades, () => isSilent);
  const payUrl: Gateways['alipay']['payUrl'] = ({ outTradeNo }) => `https://cashier.example/${outTradeNo}`;
  return {
    put,
    ...refunding.told,
    gateways: fakeGateways({ query, close, payUrl, ...refunding.methods }),
    statusOf: (outTradeNo) => trades.get(outTradeNo)?.status ?? null,
    goSilent: () => {
      isSilent = true;
    },
    speakAgain: () => {
      isSilent = false;
    },
    beforeClose: (next) => {
      act = next;
    },
  };
}

/** Refunds by its rules: once a number, never more than was paid, and the last of it closes the trade. */
function fakeRefunds(trades: Map<string, AlipayTrade>, isSilent: () => boolean) {
  const [refunds, refundCalls, refundFaults]: [RefundInput[], RefundInput[], RefundFault[]] = [[], [], []];
  const made = (input: Pick<RefundInput, 'outTradeNo' | 'outRequestNo'>) =>
    refunds.find(
      ({ outTradeNo, outRequestNo }) => outTradeNo === input.outTradeNo && outRequestNo === input.outRequestNo,
    );
  const refused = (subCode: string): RefundOutcome => ({ kind: 'refused', subCode, raw: subCode });

  const give = (input: RefundInput): RefundOutcome => {
    const earlier = made(input);
    if (earlier && earlier.amount !== input.amount) return refused('ACQ.DISCORDANT_REPEAT_REQUEST');
    if (earlier) return { kind: 'unknown', raw: 'fund_change=N' };
    const trade = trades.get(input.outTradeNo);
    if (!trade) return refused('ACQ.TRADE_NOT_EXIST');
    if (trade.status !== 'TRADE_SUCCESS') return refused('ACQ.TRADE_HAS_CLOSE');
    const before = refunds.filter(({ outTradeNo }) => outTradeNo === input.outTradeNo);
    const total = before.reduce((sum, { amount }) => sum + amount, 0) + input.amount;
    if (total > trade.amount) return refused('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL');
    refunds.push(input);
    if (total === trade.amount) trades.set(input.outTradeNo, { ...trade, status: 'TRADE_CLOSED' });
    return { kind: 'done', raw: 'fund_change=Y' };
  };
  const refund = async (input: RefundInput): Promise<RefundOutcome> => {
    refundCalls.push(input);
    const fault = refundFaults.shift();
    if (isSilent() || fault === 'lost') return { kind: 'unknown', raw: 'lost' };
    if (fault !== undefined && fault !== 'unheard') return refused(fault);
    const answer = give(input);
    return fault === 'unheard' ? { kind: 'unknown', raw: 'unheard' } : answer;
  };
  const refundQuery = async (input: Pick<RefundInput, 'outTradeNo' | 'outRequestNo'>): Promise<RefundQueryOutcome> => {
    if (isSilent()) return { kind: 'unknown', raw: 'silence' };
    const found = made(input);
    return found ? { kind: 'found', amount: found.amount, raw: 'found' } : { kind: 'absent', raw: 'absent' };
  };
  return { methods: { refund, refundQuery }, told: { refunds, refundCalls, refundFaults } };
}
