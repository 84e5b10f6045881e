import { z } from 'zod';
import { err, ok, type Result } from '../result';
import { MAX_TRADE_FEN, parseYuan } from './amount';
import { parseBeijing } from './beijing-time';
import { type GatewayError, refusal } from './gateway-error';
import type { PageMethod } from './methods';
import { isWebUrl } from './web-url';

/** When an unpaid trade closes: at a moment, so long after it was created, or at Beijing's midnight (`1c`). */
export const expirySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('at'), at: z.int() }),
  z.object({ kind: z.literal('after'), ms: z.int() }),
  z.object({ kind: z.literal('midnight') }),
]);
export type Expiry = z.infer<typeof expirySchema>;

/** The biz_content of a page or wap payment; amounts in fen, times in epoch ms. */
export interface PayParams {
  readonly outTradeNo: string;
  readonly totalFen: number;
  readonly subject: string;
  readonly body: string | null;
  readonly sellerId: string | null;
  readonly expiry: Expiry;
  readonly passbackParams: string | null;
  readonly quitUrl: string | null;
  /** The side in pixels of the QR code a frame asks for; null for the cashier as a page. */
  readonly qrWidth: number | null;
}

const MINUTE_MS = 60_000;
const UNIT_MS = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 1440 * MINUTE_MS } as const;
const LONGEST_MS = 15 * UNIT_MS.d;
const DEFAULT_QR_WIDTH = 200;
const PRODUCT_CODE = {
  'alipay.trade.page.pay': 'FAST_INSTANT_TRADE_PAY',
  'alipay.trade.wap.pay': 'QUICK_WAP_WAY',
} as const satisfies Record<PageMethod, string>;
const SHORTEST_MS = {
  'alipay.trade.page.pay': MINUTE_MS,
  'alipay.trade.wap.pay': 5 * MINUTE_MS,
} as const satisfies Record<PageMethod, number>;

const schema = z.object({
  out_trade_no: z.string().regex(/^[A-Za-z0-9_]{1,64}$/),
  total_amount: z.string(),
  subject: z
    .string()
    .max(256)
    .regex(/^[^/=&]+$/),
  product_code: z.string(),
  body: z.string().max(128).nullish(),
  seller_id: z.string().max(28).nullish(),
  timeout_express: z.string().nullish(),
  time_expire: z.string().nullish(),
  // It must arrive URL-encoded, so nothing but unreserved characters and %XX may be in it.
  passback_params: z
    .string()
    .max(512)
    .regex(/^(?:[\w.~!*'()+-]|%[0-9A-Fa-f]{2})*$/)
    .nullish(),
  qr_pay_mode: z.enum(['0', '1', '2', '3', '4']).nullish(),
  qrcode_width: z
    .string()
    .regex(/^[1-9]\d{1,3}$/)
    .nullish(),
  quit_url: z
    .string()
    .refine((text) => isWebUrl(text, 400))
    .nullish(),
});

/** The documented rules of `alipay.trade.page.pay` and `alipay.trade.wap.pay`. */
export function parsePayParams(
  method: PageMethod,
  biz: Readonly<Record<string, unknown>>,
  now: number,
): Result<PayParams, GatewayError> {
  const parsed = schema.safeParse(biz);
  if (!parsed.success) return err(refusal('ACQ.INVALID_PARAMETER', firstBadField(parsed.error)));
  const { data } = parsed;
  if (data.product_code !== PRODUCT_CODE[method]) return err(refusal('ACQ.INVALID_PARAMETER', 'product_code'));
  const total = parseTotal(data.total_amount);
  if (!total.ok) return total;
  const expiry = parseExpiry(method, data.timeout_express ?? null, data.time_expire ?? null, now);
  if (!expiry.ok) return expiry;
  return ok({
    outTradeNo: data.out_trade_no,
    totalFen: total.value,
    subject: data.subject,
    body: data.body ?? null,
    sellerId: data.seller_id ?? null,
    expiry: expiry.value,
    passbackParams: data.passback_params ?? null,
    quitUrl: data.quit_url ?? null,
    qrWidth: method === 'alipay.trade.page.pay' ? qrWidth(data.qr_pay_mode, data.qrcode_width) : null,
  });
}

/** The modes for a frame: 3 is the smallest, 4 has a width of its own. Mode 2, like none, is the page. */
function qrWidth(mode: string | null | undefined, width: string | null | undefined): number | null {
  if (mode === null || mode === undefined || mode === '2') return null;
  if (mode === '3') return 75;
  return mode === '4' ? Number(width ?? DEFAULT_QR_WIDTH) : DEFAULT_QR_WIDTH;
}

/** The name of the first field a zod check refused. */
export function firstBadField(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? '';
}

function parseTotal(text: string): Result<number, GatewayError> {
  const fen = parseYuan(text);
  if (fen === null || fen === 0) return err(refusal('ACQ.INVALID_PARAMETER', 'total_amount'));
  return fen > MAX_TRADE_FEN ? err(refusal('ACQ.TOTAL_FEE_EXCEED')) : ok(fen);
}

function parseExpiry(
  method: PageMethod,
  timeoutExpress: string | null,
  timeExpire: string | null,
  now: number,
): Result<Expiry, GatewayError> {
  const relative = timeoutExpress === null ? null : parseTimeout(timeoutExpress, SHORTEST_MS[method]);
  if (timeoutExpress !== null && relative === null) return err(refusal('ACQ.INVALID_PARAMETER', 'timeout_express'));
  // With both given the absolute one wins.
  if (timeExpire !== null) return parseDeadline(timeExpire, now);
  return ok(relative ?? { kind: 'after', ms: LONGEST_MS });
}

function parseTimeout(text: string, shortestMs: number): Expiry | null {
  if (text === '1c') return { kind: 'midnight' };
  const match = /^([1-9]\d{0,4})([mhd])$/.exec(text);
  const unit = match?.[2];
  if (unit !== 'm' && unit !== 'h' && unit !== 'd') return null;
  const ms = Number(match?.[1]) * UNIT_MS[unit];
  return ms < shortestMs || ms > LONGEST_MS ? null : { kind: 'after', ms };
}

function parseDeadline(text: string, now: number): Result<Expiry, GatewayError> {
  const at = parseBeijing(text);
  if (at === null || at - now > LONGEST_MS) return err(refusal('ACQ.INVALID_PARAMETER', 'time_expire'));
  // The documented least of 1 minute is not held against a buyer who opens the link late: only the past is refused.
  return at <= now ? err(refusal('ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR')) : ok({ kind: 'at', at });
}
