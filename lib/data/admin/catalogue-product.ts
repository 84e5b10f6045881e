import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { faqFields, priceFields, readCourseFields, readDegreeFields } from '@/db/queries/catalogue-fields';
import { faq, pricePolicy, product } from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import { adminDb } from './admin-db';
import { auditOf } from './audit';

/** What every page about a product shows of it; null when there is none of this kind with this id. */
export async function findProduct(kind: ProductKind, id: number) {
  const db = await adminDb();
  const [row] = await db
    .select({
      id: product.id,
      kind: product.kind,
      name: product.name,
      slug: product.slug,
      status: product.status,
      coverHue: product.coverHue,
      coverGlyph: product.coverGlyph,
    })
    .from(product)
    .where(and(eq(product.id, id), eq(product.kind, kind)));
  return row ?? null;
}
export type ProductHead = NonNullable<Awaited<ReturnType<typeof findProduct>>>;

export const findCourseFields = async (id: number) => (await readCourseFields(await adminDb(), id)) ?? null;
export type CourseFields = NonNullable<Awaited<ReturnType<typeof findCourseFields>>>;

export const findDegreeFields = async (id: number) => (await readDegreeFields(await adminDb(), id)) ?? null;
export type DegreeFields = NonNullable<Awaited<ReturnType<typeof findDegreeFields>>>;

/** What administrators did to the product last. */
export const productAudit = async ({ kind, id }: Pick<ProductHead, 'kind' | 'id'>) =>
  auditOf(await adminDb(), kind, id);

// In a query of one table a column is written without it: the subquery names the outer table itself.
const orderCount = sql<number>`(
  select count(*)::int from order_line ol where ol.price_policy_id = price_policy.id)`;

/** All prices of a product, withdrawn ones too, with how many orders used them. */
export async function listPrices(productId: number) {
  const db = await adminDb();
  return db
    .select({
      ...priceFields,
      id: pricePolicy.id,
      validDays: pricePolicy.validDays,
      withdrawnAt: pricePolicy.withdrawnAt,
      orderCount,
    })
    .from(pricePolicy)
    .where(eq(pricePolicy.productId, productId))
    .orderBy(asc(pricePolicy.validDays));
}
export type PriceRow = Awaited<ReturnType<typeof listPrices>>[number];

export async function listFaqs(productId: number) {
  const db = await adminDb();
  return db
    .select({ ...faqFields, id: faq.id })
    .from(faq)
    .where(eq(faq.productId, productId))
    .orderBy(asc(faq.position), asc(faq.id));
}
