import { describe, expect, it } from 'vitest';
import { fen } from './money';
import { type HeardTrade, judgeTrade, type KnownPayment } from './settle-verdict';

const trade: HeardTrade = { tradeNo: 'T1', status: 'TRADE_SUCCESS', amount: fen(100) };
const known: KnownPayment = {
  status: 'created',
  tradeNo: null,
  amountFen: fen(100),
  orderStatus: 'pending',
  isTradeNoTaken: false,
};

describe('what a trade means', () => {
  it.each([
    ['paid', {}, {}],
    ['paid', { status: 'TRADE_FINISHED' }, {}],
    ['ignored', { status: 'WAIT_BUYER_PAY' }, {}],
    ['ignored', { status: 'TRADE_CLOSED' }, { status: 'paid', tradeNo: 'T1', orderStatus: 'paid' }],
    ['repeated', {}, { status: 'paid', tradeNo: 'T1', orderStatus: 'paid' }],
    ['repeated', {}, { status: 'late', tradeNo: 'T1', orderStatus: 'expired' }],
    ['repeated', {}, { status: 'refunded', tradeNo: 'T1', orderStatus: 'expired' }],
    ['late', {}, { orderStatus: 'paid' }],
    ['late', {}, { orderStatus: 'cancelled' }],
    ['late', {}, { orderStatus: 'expired', status: 'closed' }],
    ['amount_mismatch', { amount: fen(99) }, {}],
    ['amount_mismatch', { amount: fen(101) }, { status: 'paid', tradeNo: 'T1', orderStatus: 'paid' }],
    ['trade_no_mismatch', { tradeNo: 'T2' }, { status: 'paid', tradeNo: 'T1', orderStatus: 'paid' }],
    ['trade_no_mismatch', {}, { isTradeNoTaken: true }],
  ] as const)('is %s for %o against %o', (verdict, heard, had) => {
    expect(judgeTrade({ ...trade, ...heard }, { ...known, ...had })).toBe(verdict);
  });

  it('is nothing of ours when there is no such attempt', () => {
    expect(judgeTrade(trade, null)).toBe('unknown_trade');
    expect(judgeTrade({ ...trade, status: 'WAIT_BUYER_PAY' }, null)).toBe('ignored');
  });
});
