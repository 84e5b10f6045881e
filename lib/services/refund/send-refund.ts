import { and, eq, inArray, sql } from 'drizzle-orm';
import { payment, refund } from '@/db/schema';
import type { Fen } from '@/lib/domain/money';
import { REFUND_KIND_LABELS } from '@/lib/domain/refund-kinds';
import type { RefundStatus } from '@/lib/domain/states';
import type { Ctx } from '../ctx';
import { recordEvent } from '../payment/record-event';
import { completeRefund } from './complete-refund';
import { failRefund } from './fail-refund';

/** unknown: the gateway could not say; ask again later. nothing: there was nothing to do. */
export type SendOutcome = 'succeeded' | 'failed' | 'unknown' | 'nothing';

interface Sendable {
  readonly id: number;
  readonly kind: 'lines' | 'late';
  readonly status: RefundStatus;
  readonly cashFen: Fen;
  readonly outRequestNo: string;
  readonly paymentId: number | null;
  readonly outTradeNo: string | null;
}

/** With cash to move, and the trade to move it from. */
interface CashRefund extends Sendable {
  readonly paymentId: number;
  readonly outTradeNo: string;
}

const OPEN = ['approved', 'sending', 'unknown'] as const satisfies readonly RefundStatus[];

/**
 * Gives the money of an approved refund back, once. That it is sent is committed before it is; whoever finds it so
 * marked (its sender died, or heard nothing) asks the gateway first, and sends it again only under its one number.
 */
export async function sendRefund(ctx: Ctx, { refundId }: { readonly refundId: number }): Promise<SendOutcome> {
  const found = await read(ctx, refundId);
  if (!found) return 'nothing';
  const outcome = await advance(ctx, found);
  if (outcome === 'failed') ctx.log.error({ refundId, outcome }, 'refund refused by the gateway');
  else ctx.log.info({ refundId, outcome }, 'refund');
  return outcome;
}

async function advance(ctx: Ctx, found: Sendable): Promise<SendOutcome> {
  if (found.cashFen === 0) return (await claim(ctx, found.id)) === null ? 'nothing' : completeRefund(ctx, found.id);
  if (!hasTrade(found)) throw new Error(`refund ${found.id} has cash, and no payment it came from`);
  if (found.status === 'approved') return send(ctx, found);
  const made = await ask(ctx, found);
  if (made === 'absent') return send(ctx, found);
  return made === 'found' ? completeRefund(ctx, found.id) : keepUnknown(ctx, found.id);
}

const hasTrade = (found: Sendable): found is CashRefund => found.paymentId !== null && found.outTradeNo !== null;

async function read(ctx: Ctx, refundId: number): Promise<Sendable | undefined> {
  const [found] = await ctx.db
    .select({
      id: refund.id,
      kind: refund.kind,
      status: refund.status,
      cashFen: refund.cashFen,
      outRequestNo: refund.outRequestNo,
      paymentId: refund.paymentId,
      outTradeNo: payment.outTradeNo,
    })
    .from(refund)
    .leftJoin(payment, eq(payment.id, refund.paymentId))
    .where(and(eq(refund.id, refundId), inArray(refund.status, [...OPEN])));
  return found;
}

/** Commits that it is being sent, and tells for the how manieth time; null when somebody has finished it. */
async function claim(ctx: Ctx, id: number): Promise<number | null> {
  const [claimed] = await ctx.db
    .update(refund)
    .set({ status: 'sending', sendingSince: ctx.now, attempts: sql`${refund.attempts} + 1` })
    .where(and(eq(refund.id, id), inArray(refund.status, [...OPEN])))
    .returning({ attempts: refund.attempts });
  return claimed?.attempts ?? null;
}

async function send(ctx: Ctx, found: CashRefund): Promise<SendOutcome> {
  const attempt = await claim(ctx, found.id);
  if (attempt === null) return 'nothing';
  const { id, outTradeNo, outRequestNo, cashFen: amount } = found;
  const reason = REFUND_KIND_LABELS[found.kind];
  const answer = await ctx.gateways.alipay.refund({ outTradeNo, outRequestNo, amount, reason });
  await record(ctx, found, `refund_${answer.kind}`, answer.raw);
  if (answer.kind === 'done') return completeRefund(ctx, id);
  // Neither a refusal nor silence says that an earlier sending did not arrive: the question does.
  const made = await ask(ctx, found);
  if (made === 'found') return completeRefund(ctx, id);
  if (made === 'absent' && answer.kind === 'refused') {
    return failRefund(ctx, { refundId: id, attempt, failure: answer.subCode });
  }
  return keepUnknown(ctx, id);
}

async function ask(ctx: Ctx, found: CashRefund): Promise<'found' | 'absent' | 'unknown'> {
  const answer = await ctx.gateways.alipay.refundQuery(found);
  const isOther = answer.kind === 'found' && answer.amount !== found.cashFen;
  await record(ctx, found, isOther ? 'refund_mismatch' : `refund_${answer.kind}`, answer.raw);
  if (!isOther) return answer.kind;
  ctx.log.error({ refundId: found.id }, 'refund of another amount under our number');
  return 'unknown';
}

async function keepUnknown(ctx: Ctx, id: number): Promise<'unknown'> {
  await ctx.db
    .update(refund)
    .set({ status: 'unknown' })
    .where(and(eq(refund.id, id), eq(refund.status, 'sending')));
  return 'unknown';
}

const record = (ctx: Ctx, { paymentId, outTradeNo }: CashRefund, verdict: string, body: string) =>
  recordEvent(ctx.db, { source: 'query', body, verdict, paymentId, outTradeNo, receivedAt: ctx.now });
