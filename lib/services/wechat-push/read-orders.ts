import { asc, desc, eq, inArray } from 'drizzle-orm';
import { order, orderLine } from '@/db/schema';
import type { OrderLine } from '@/lib/domain/wechat/reply-words';
import type { Ctx } from '../ctx';

const LAST = 3;

/** The account's last three orders. */
export async function readOrders({ db, now }: Ctx, accountId: number): Promise<OrderLine[]> {
  const orders = await db
    .select({
      id: order.id,
      orderNo: order.orderNo,
      status: order.status,
      placedAt: order.placedAt,
      expiresAt: order.expiresAt,
      cashFen: order.cashFen,
    })
    .from(order)
    .where(eq(order.accountId, accountId))
    .orderBy(desc(order.placedAt), desc(order.id))
    .limit(LAST);
  if (orders.length === 0) return [];
  const ids = orders.map(({ id }) => id);
  const lines = await db
    .select({ orderId: orderLine.orderId, name: orderLine.productName })
    .from(orderLine)
    .where(inArray(orderLine.orderId, ids))
    .orderBy(asc(orderLine.position));
  return orders.map(({ id, expiresAt, ...rest }) => ({
    ...rest,
    isPayable: rest.status === 'pending' && expiresAt > now,
    names: lines.filter(({ orderId }) => orderId === id).map(({ name }) => name),
  }));
}
