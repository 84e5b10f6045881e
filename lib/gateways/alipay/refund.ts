import type { AlipaySdk } from 'alipay-sdk';
import { z } from 'zod';
import { yuanText } from '@/lib/domain/money';
import { call } from './call';
import type { RefundInput, RefundOutcome, RefundQueryOutcome } from './gateway';
import { amountSchema, numberSchema } from './trade';

/** Refusals by name that are none: "send it again with the same parameters". */
const NO_OUTCOME: ReadonlySet<string> = new Set(['ACQ.SYSTEM_ERROR', 'aop.ACQ.SYSTEM_ERROR']);

// refund_fee is left unread: it is the trade's total so far, not this refund's amount.
const refundedSchema = z.object({ out_trade_no: numberSchema, fund_change: z.enum(['Y', 'N']).optional() });

export async function refund(sdk: AlipaySdk, input: RefundInput): Promise<RefundOutcome> {
  const content = {
    out_trade_no: input.outTradeNo,
    out_request_no: input.outRequestNo,
    refund_amount: yuanText(input.amount),
    refund_reason: input.reason,
  };
  const answer = await call(sdk, 'alipay.trade.refund', content, new Date());
  const { raw } = answer;
  if (answer.kind === 'refused' && !NO_OUTCOME.has(answer.subCode)) {
    return { kind: 'refused', subCode: answer.subCode, raw };
  }
  const said = refundedSchema.safeParse(answer.kind === 'success' ? answer.data : null);
  // fund_change=N: no money moved now. Whether an earlier request moved it is another question.
  const isDone = said.success && said.data.out_trade_no === input.outTradeNo && said.data.fund_change === 'Y';
  return { kind: isDone ? 'done' : 'unknown', raw };
}

const foundSchema = z.object({
  out_trade_no: numberSchema,
  out_request_no: numberSchema,
  refund_amount: amountSchema,
  refund_status: z.literal('REFUND_SUCCESS'),
});
/** An answer without refund_status is how the gateway says that it knows of none. */
const absentSchema = z.object({ refund_status: z.never().optional() });

export async function refundQuery(
  sdk: AlipaySdk,
  { outTradeNo, outRequestNo }: Pick<RefundInput, 'outTradeNo' | 'outRequestNo'>,
): Promise<RefundQueryOutcome> {
  const content = { out_trade_no: outTradeNo, out_request_no: outRequestNo };
  const answer = await call(sdk, 'alipay.trade.fastpay.refund.query', content, new Date());
  const { raw } = answer;
  if (answer.kind === 'refused') {
    return { kind: answer.subCode === 'ACQ.TRADE_NOT_EXIST' ? 'absent' : 'unknown', raw };
  }
  if (answer.kind === 'unknown') return { kind: 'unknown', raw };
  if (absentSchema.safeParse(answer.data).success) return { kind: 'absent', raw };
  const said = foundSchema.safeParse(answer.data);
  const isOurs = said.success && said.data.out_trade_no === outTradeNo && said.data.out_request_no === outRequestNo;
  return isOurs ? { kind: 'found', amount: said.data.refund_amount, raw } : { kind: 'unknown', raw };
}
