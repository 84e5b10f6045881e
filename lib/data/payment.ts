import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { order, orderLine, payment, product } from '@/db/schema';
import { getViewer, type Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import type { ProductKind } from '@/lib/domain/catalogue';
import { isOrderNumber } from '@/lib/domain/order-number';
import type { PayStatus } from '@/lib/domain/pay-status';
import type { Amounts } from '@/lib/domain/settlement';
import type { OrderStatus } from '@/lib/domain/states';

interface PayLine extends Amounts {
  readonly productId: number;
  readonly kind: ProductKind;
  readonly name: string;
  readonly coverHue: number;
  readonly coverGlyph: string;
  readonly validDays: number;
}

export interface PayOrder {
  readonly orderNo: string;
  readonly status: OrderStatus;
  readonly amounts: Amounts;
  readonly expiresAt: Date;
  /** The server's clock when it was read. */
  readonly now: Date;
  readonly lines: readonly PayLine[];
  /** Money came that the order could not take: it is to be given back. */
  readonly hasLateMoney: boolean;
}

/** The viewer's own order as the payment shows it; null when they have no such order. */
export async function findPayOrder(viewer: Viewer, orderNo: string): Promise<PayOrder | null> {
  const found = await findOwn(viewer, orderNo);
  if (!found) return null;
  const { listFen, lineDiscountFen, orderDiscountFen, beli, cashFen } = found;
  return {
    orderNo,
    status: found.status,
    amounts: { listFen, lineDiscountFen, orderDiscountFen, beli, cashFen },
    expiresAt: found.expiresAt,
    now: new Date(),
    lines: await readLines(found.id),
    hasLateMoney:
      (await database().$count(payment, and(eq(payment.orderId, found.id), eq(payment.status, 'late')))) > 0,
  };
}

/** What a waiting page asks for again and again. */
export async function getPayStatus(orderNo: string): Promise<PayStatus | 'UNAUTHENTICATED' | 'NOT_FOUND'> {
  const viewer = await getViewer();
  if (!viewer) return 'UNAUTHENTICATED';
  const found = await findOwn(viewer, orderNo);
  if (!found) return 'NOT_FOUND';
  return { status: found.status, expiresAt: found.expiresAt.getTime(), now: Date.now() };
}

async function findOwn(viewer: Viewer, orderNo: string): Promise<typeof order.$inferSelect | undefined> {
  if (!isOrderNumber(orderNo)) return undefined;
  const [found] = await database()
    .select()
    .from(order)
    .where(and(eq(order.orderNo, orderNo), eq(order.accountId, viewer.id)));
  return found;
}

function readLines(orderId: number): Promise<PayLine[]> {
  return database()
    .select({
      productId: product.id,
      kind: orderLine.productKind,
      name: orderLine.productName,
      coverHue: product.coverHue,
      coverGlyph: product.coverGlyph,
      validDays: orderLine.validDays,
      listFen: orderLine.listFen,
      lineDiscountFen: orderLine.lineDiscountFen,
      orderDiscountFen: orderLine.orderDiscountFen,
      beli: orderLine.beli,
      cashFen: orderLine.cashFen,
    })
    .from(orderLine)
    .innerJoin(product, eq(product.id, orderLine.productId))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));
}
