import { z } from 'zod';
import { err, ok, type Result } from '../result';
import { parseYuan } from './amount';
import { type GatewayError, refusal } from './gateway-error';
import { firstBadField } from './pay-params';

type Biz = Readonly<Record<string, unknown>>;

/** Which trade is meant; with both numbers given trade_no wins. */
export interface TradeRef {
  readonly outTradeNo: string | null;
  readonly tradeNo: string | null;
  readonly queryOptions: readonly string[];
}

export interface RefundParams extends TradeRef {
  readonly amountFen: number;
  readonly outRequestNo: string | null;
}

export interface RefundQueryParams extends TradeRef {
  readonly outRequestNo: string;
}

const refShape = {
  out_trade_no: z.string().max(64).nullish(),
  trade_no: z.string().max(64).nullish(),
  query_options: z.array(z.string()).nullish(),
};
const refSchema = z.object(refShape);
const refundSchema = z.object({
  ...refShape,
  refund_amount: z.string(),
  refund_reason: z.string().max(256).nullish(),
  out_request_no: z.string().min(1).max(64).nullish(),
});
const refundQuerySchema = z.object({ ...refShape, out_request_no: z.string().min(1).max(64) });

export function parseTradeRef(biz: Biz): Result<TradeRef, GatewayError> {
  const parsed = parse(refSchema, biz);
  return parsed.ok ? toRef(parsed.value) : parsed;
}

export function parseRefund(biz: Biz): Result<RefundParams, GatewayError> {
  const parsed = parse(refundSchema, biz);
  if (!parsed.ok) return parsed;
  const ref = toRef(parsed.value);
  if (!ref.ok) return ref;
  const amountFen = parseYuan(parsed.value.refund_amount);
  if (amountFen === null || amountFen === 0) return err(refusal('ACQ.INVALID_PARAMETER', 'refund_amount'));
  return ok({ ...ref.value, amountFen, outRequestNo: parsed.value.out_request_no ?? null });
}

export function parseRefundQuery(biz: Biz): Result<RefundQueryParams, GatewayError> {
  const parsed = parse(refundQuerySchema, biz);
  if (!parsed.ok) return parsed;
  const ref = toRef(parsed.value);
  return ref.ok ? ok({ ...ref.value, outRequestNo: parsed.value.out_request_no }) : ref;
}

function parse<T>(schema: z.ZodType<T>, biz: Biz): Result<T, GatewayError> {
  const parsed = schema.safeParse(biz);
  return parsed.success ? ok(parsed.data) : err(refusal('ACQ.INVALID_PARAMETER', firstBadField(parsed.error)));
}

function toRef(data: z.infer<typeof refSchema>): Result<TradeRef, GatewayError> {
  const outTradeNo = data.out_trade_no || null;
  const tradeNo = data.trade_no || null;
  if (outTradeNo === null && tradeNo === null) {
    return err(refusal('ACQ.INVALID_PARAMETER', 'out_trade_no 与 trade_no 不能同时为空'));
  }
  return ok({ outTradeNo, tradeNo, queryOptions: data.query_options ?? [] });
}
