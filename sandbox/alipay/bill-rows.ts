import { formatYuan, parseYuan } from './amount';
import { formatBeijing } from './beijing-time';
import { type BillPlan, NO_PLAN } from './bill-plan';
import { BUYER } from './config';
import type { State, Trade } from './state';

/** One row of a bill; `amount` is decimal yuan, negative for a refund. */
export interface BillRow {
  readonly kind: '交易' | '退款';
  readonly tradeNo: string;
  readonly outTradeNo: string;
  readonly outRequestNo: string;
  readonly subject: string;
  readonly createdAt: number;
  readonly finishedAt: number;
  readonly amount: string;
  readonly account: string;
}

export const planOf = (state: State, date: string): BillPlan => state.bills.get(date) ?? NO_PLAN;

/** How a plan names a row. */
const nameOfRow = (row: BillRow): string => row.outRequestNo || row.outTradeNo;

/** What happened on a day in Beijing (`yyyy-MM-dd`), in the order of time, as the day's plan has it. */
export function rowsOf(state: State, date: string): BillRow[] {
  const plan = planOf(state, date);
  const real = [...state.trades.values()]
    .flatMap(rowsOfTrade)
    .filter((row) => formatBeijing(row.finishedAt).startsWith(date))
    .filter((row) => !plan.missing.includes(nameOfRow(row)))
    .map((row) => ({ ...row, amount: normal(plan.amounts[nameOfRow(row)] ?? row.amount) }));
  return [...real, ...foreignRows(plan, date)].toSorted((a, b) => a.finishedAt - b.finishedAt);
}

function rowsOfTrade(trade: Trade): BillRow[] {
  const { tradeNo, createdAt, order } = trade;
  const about = { tradeNo, createdAt, outTradeNo: order.outTradeNo, subject: order.subject, account: BUYER.logonId };
  const rows: BillRow[] = trade.refunds.map((refund) => ({
    ...about,
    kind: '退款',
    outRequestNo: refund.outRequestNo,
    finishedAt: refund.at,
    amount: `-${formatYuan(refund.amountFen)}`,
  }));
  if (trade.paidAt === null) return rows;
  const amount = formatYuan(order.totalFen);
  return [{ ...about, kind: '交易', outRequestNo: '', finishedAt: trade.paidAt, amount }, ...rows];
}

const foreignRows = (plan: BillPlan, date: string): BillRow[] =>
  plan.foreign.map(({ outTradeNo, outRequestNo = '', amount }, index) => {
    const noon = Date.parse(`${date}T12:00:00+08:00`) + index * 1000;
    return {
      kind: amount.startsWith('-') ? '退款' : '交易',
      tradeNo: `${date.replaceAll('-', '')}22009${String(index).padStart(15, '0')}`,
      outTradeNo,
      outRequestNo,
      subject: '路飞学城',
      createdAt: noon,
      finishedAt: noon,
      amount: normal(amount),
      account: 'not***@sandbox.com',
    };
  });

/** Two decimals, as bills have them. */
function normal(amount: string): string {
  const sign = amount.startsWith('-') ? '-' : '';
  return `${sign}${formatYuan(parseYuan(amount.replace(/^-/, '')) ?? 0)}`;
}
