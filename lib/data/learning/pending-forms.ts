import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { enrolmentForm, enrolmentGrant, order, orderLine } from '@/db/schema';

export interface PendingForm {
  readonly orderNo: string;
  /** Names of what it will open, in the order of the lines. */
  readonly products: readonly string[];
}

/** The paid orders whose 报名表 is missing and would still open something at `now`, the oldest first. */
export async function findPendingForms(db: Db, accountId: number, now: Date): Promise<PendingForm[]> {
  const rows = await db
    .select({ orderNo: order.orderNo, product: orderLine.productName })
    .from(order)
    .innerJoin(orderLine, eq(orderLine.orderId, order.id))
    .innerJoin(
      enrolmentGrant,
      and(
        eq(enrolmentGrant.orderLineId, orderLine.id),
        isNull(enrolmentGrant.revokedAt),
        gt(enrolmentGrant.endsAt, now),
      ),
    )
    .leftJoin(enrolmentForm, eq(enrolmentForm.orderId, order.id))
    .where(
      and(
        eq(order.accountId, accountId),
        inArray(order.status, ['paid', 'partially_refunded']),
        isNull(enrolmentForm.id),
      ),
    )
    .orderBy(asc(order.paidAt), asc(order.id), asc(orderLine.position));
  const products = new Map<string, string[]>();
  for (const row of rows) products.set(row.orderNo, [...(products.get(row.orderNo) ?? []), row.product]);
  return [...products].map(([orderNo, names]) => ({ orderNo, products: names }));
}
