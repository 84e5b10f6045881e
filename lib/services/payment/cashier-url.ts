import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type order, orderLine } from '@/db/schema';
import type { PaymentMethod } from '@/lib/domain/payment';
import type { WebAddress } from '@/lib/gateways/alipay/gateway';
import type { Ctx } from '../ctx';

interface Attempt {
  readonly order: Pick<typeof order.$inferSelect, 'id' | 'orderNo' | 'cashFen' | 'expiresAt'>;
  readonly outTradeNo: string;
  readonly method: PaymentMethod;
  /** Only the QR code, for a frame in a page of ours. */
  readonly isQr?: boolean;
}

/** The signed address of Alipay's cashier for an attempt. Nothing is sent to the gateway. */
export async function cashierUrl(ctx: Ctx, attempt: Attempt): Promise<WebAddress> {
  const { id, orderNo, cashFen, expiresAt } = attempt.order;
  return ctx.gateways.alipay.payUrl({
    outTradeNo: attempt.outTradeNo,
    subject: await subjectOf(ctx.db, id),
    method: attempt.method,
    isQr: attempt.isQr ?? false,
    amount: cashFen,
    expiresAt,
    now: ctx.now,
    quitPath: `/pay/${orderNo}`,
    returnPath: `/pay/${orderNo}/return`,
  });
}

async function subjectOf(db: Db, orderId: number): Promise<string> {
  const lines = await db
    .select({ name: orderLine.productName })
    .from(orderLine)
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));
  const first = lines[0]?.name ?? '课程';
  return lines.length > 1 ? `路飞学城 ${first} 等 ${lines.length} 门课程` : `路飞学城 ${first}`;
}
