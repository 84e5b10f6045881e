import { and, eq } from 'drizzle-orm';
import { faqFields } from '@/db/queries/catalogue-fields';
import { faq } from '@/db/schema';
import type { FaqInput, NewFaqInput } from '@/lib/domain/catalogue-form-entry';
import { ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { checkSeen } from './check-seen';
import { nextPlace } from './entry-lists';
import { productWrite } from './product-write';

export function addFaq(ctx: Ctx, { productId, ...typed }: NewFaqInput) {
  return productWrite(ctx, productId, async ({ ctx: tx, record }) => {
    const position = await nextPlace(tx, 'faq', productId);
    await tx.db.insert(faq).values({ ...typed, productId, position });
    await record('faq.add', null, typed);
    return ok(null);
  });
}

export function changeFaq(ctx: Ctx, { productId, id, version, ...typed }: FaqInput) {
  return productWrite(ctx, productId, async ({ ctx: { db }, record }) => {
    const own = and(eq(faq.id, id), eq(faq.productId, productId));
    const [row] = await db.select(faqFields).from(faq).where(own);
    const seen = checkSeen(row, version, typed);
    if (!seen.ok) return seen;
    await db.update(faq).set(typed).where(own);
    await record('faq.change', seen.value, typed, seen.value.question);
    return ok(null);
  });
}
