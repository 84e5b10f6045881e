import { and, eq, isNull } from 'drizzle-orm';
import { course, pricePolicy, product } from '@/db/schema';
import { PRODUCT_STATUS_LABELS } from '@/lib/domain/catalogue';
import type { StatusInput } from '@/lib/domain/catalogue-form-product';
import { err, ok } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { productWrite } from './product-write';

/** Publishes a product, takes it off, or announces it. What is sold by itself needs a price before it goes online. */
export function changeStatus(ctx: Ctx, { id, status, seen }: StatusInput) {
  return productWrite(ctx, id, async ({ ctx: tx, product: { kind, status: before }, record }) => {
    if (before === status) return ok(null);
    if (before !== seen) {
      return err('CONFLICT', { detail: `状态刚刚被改为「${PRODUCT_STATUS_LABELS[before]}」，请确认后再改` });
    }
    if (status === 'online' && (kind === 'degree_course' || (await isSold(tx, id))) && !(await hasPrice(tx, id))) {
      return err('NOT_READY', { detail: '还没有价格，请先添加价格再上线' });
    }
    await tx.db.update(product).set({ status }).where(eq(product.id, id));
    await record('product.change-status', { status: before }, { status });
    return ok(null);
  });
}

/** Only topic courses are sold by themselves; a degree opens the others. */
async function isSold({ db }: TxCtx, courseId: number): Promise<boolean> {
  return (await db.$count(course, and(eq(course.productId, courseId), eq(course.courseType, 'paid')))) > 0;
}

async function hasPrice({ db }: TxCtx, productId: number): Promise<boolean> {
  const offered = and(eq(pricePolicy.productId, productId), isNull(pricePolicy.withdrawnAt));
  return (await db.$count(pricePolicy, offered)) > 0;
}
