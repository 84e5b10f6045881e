import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { course, order, orderLine, pricePolicy, product } from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import { type SaleProblem, saleProblem } from '@/lib/domain/sale';

export interface LineAgain {
  readonly productId: number;
  readonly kind: ProductKind;
  readonly slug: string;
  readonly name: string;
  /** Why it can no longer be bought as it was; null when it can. */
  readonly problem: SaleProblem | null;
}

/** The lines of the account's own order, judged by whether they could be ordered again today. */
export async function findLinesAgain(db: Db, accountId: number, orderNo: string): Promise<LineAgain[]> {
  const rows = await db
    .select({
      line: {
        productId: product.id,
        kind: orderLine.productKind,
        slug: product.slug,
        name: orderLine.productName,
      },
      status: product.status,
      courseType: course.courseType,
      withdrawnAt: pricePolicy.withdrawnAt,
    })
    .from(orderLine)
    .innerJoin(order, eq(order.id, orderLine.orderId))
    .innerJoin(product, eq(product.id, orderLine.productId))
    .innerJoin(pricePolicy, eq(pricePolicy.id, orderLine.pricePolicyId))
    .leftJoin(course, eq(course.productId, product.id))
    .where(and(eq(order.orderNo, orderNo), eq(order.accountId, accountId)))
    .orderBy(asc(orderLine.position));
  return rows.map(({ line, withdrawnAt, ...sale }) => ({
    ...line,
    problem: saleProblem({ ...sale, isPolicyWithdrawn: withdrawnAt !== null }),
  }));
}
