import { z } from 'zod';
import { parseYuan } from '@/lib/domain/money';
import type { AlipayTrade } from './gateway';

export const amountSchema = z.string().transform((text, context) => {
  const amount = parseYuan(text);
  if (amount !== null) return amount;
  context.addIssue({ code: 'custom', message: 'not an amount in yuan' });
  return z.NEVER;
});

export const numberSchema = z.string().regex(/^[\x21-\x7e]{1,64}$/);

/** What a query's answer and a notify say about a trade, under the same names. */
export const tradeSchema = z.object({
  out_trade_no: numberSchema,
  trade_no: numberSchema,
  trade_status: z.enum(['WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED']),
  total_amount: amountSchema,
});

export const toTrade = (said: z.infer<typeof tradeSchema>): AlipayTrade => ({
  outTradeNo: said.out_trade_no,
  tradeNo: said.trade_no,
  status: said.trade_status,
  amount: said.total_amount,
});
