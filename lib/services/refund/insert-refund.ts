import { eq } from 'drizzle-orm';
import { refund, refundLine } from '@/db/schema';
import { type RefundableLine, refundAmounts } from '@/lib/domain/refund';
import type { RefundSource } from '@/lib/domain/refund-kinds';
import type { TxCtx } from '../ctx';
import type { RefundableOrder } from './refundable-order';

interface NewRefund {
  /** Locked. */
  readonly order: Pick<RefundableOrder, 'id' | 'orderNo' | 'paymentId'>;
  readonly lines: readonly RefundableLine[];
  readonly source: RefundSource;
  readonly reason: string;
  /** Approved as it is made; else it is requested. */
  readonly decidedBy?: number;
}

/** A refund of some lines of a locked order, under the number it keeps whatever happens to it. */
export async function insertRefund(ctx: TxCtx, input: NewRefund): Promise<number> {
  const { order, lines, source, reason, decidedBy } = input;
  const decided = decidedBy === undefined ? {} : ({ status: 'approved', decidedBy, decidedAt: ctx.now } as const);
  const [made] = await ctx.db
    .insert(refund)
    .values({
      orderId: order.id,
      paymentId: order.paymentId,
      outRequestNo: await nextRequestNo(ctx, order),
      ...refundAmounts(lines),
      source,
      reason,
      requestedBy: ctx.actor.kind === 'account' ? ctx.actor.id : null,
      createdAt: ctx.now,
      ...decided,
    })
    .returning({ id: refund.id });
  if (!made) throw new Error(`order ${order.id} took no refund`);
  await ctx.db
    .insert(refundLine)
    .values(lines.map(({ id, cashFen, beli }) => ({ refundId: made.id, orderLineId: id, cashFen, beli })));
  return made.id;
}

/** The order's lock makes it one of its own. */
export async function nextRequestNo(ctx: TxCtx, order: { readonly id: number; readonly orderNo: string }) {
  return `${order.orderNo}_R${(await ctx.db.$count(refund, eq(refund.orderId, order.id))) + 1}`;
}
