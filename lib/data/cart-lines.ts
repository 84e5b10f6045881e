import 'server-only';
import { and, asc, eq, gt, inArray, isNull, max } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { course, enrolment, enrolmentGrant, pricePolicy, product } from '@/db/schema';
import type { CartEntry } from '@/lib/domain/cart';
import type { CartLine, PolicyChoice } from '@/lib/domain/cart-line';
import { saleProblem } from '@/lib/domain/sale';
import { type Day, lastDay } from '@/lib/domain/shanghai-day';

/**
 * The lines of a cart with what they cost now. Ids that name nothing, or do not belong together, give no line: a
 * visitor's come from a cookie.
 */
export async function readCartLines(
  db: Db,
  entries: readonly CartEntry[],
  { accountId, now }: { readonly accountId: number | null; readonly now: Date },
): Promise<CartLine[]> {
  const productIds = entries.map((entry) => entry.productId);
  if (productIds.length === 0) return [];
  const [products, policies, owned] = await Promise.all([
    readProducts(db, productIds),
    readPolicies(db, productIds),
    accountId === null ? new Map<number, Day>() : readOwned(db, { accountId, now }, productIds),
  ]);
  return entries.flatMap((entry): CartLine[] => {
    const found = products.get(entry.productId);
    const own = policies.filter((policy) => policy.productId === entry.productId);
    const policy = own.find((candidate) => candidate.id === entry.pricePolicyId);
    if (!found || !policy) return [];
    return [
      {
        ...found.shown,
        policy: choice(policy),
        policies: own.filter((candidate) => !candidate.isWithdrawn).map(choice),
        isSelected: entry.isSelected,
        problem: saleProblem({ ...found.sale, isPolicyWithdrawn: policy.isWithdrawn }),
        ownedUntil: owned.get(entry.productId) ?? null,
      },
    ];
  });
}

const choice = ({ id, validDays, priceFen }: PolicyChoice): PolicyChoice => ({ id, validDays, priceFen });

async function readProducts(db: Db, productIds: readonly number[]) {
  const rows = await db
    .select({
      productId: product.id,
      kind: product.kind,
      slug: product.slug,
      name: product.name,
      coverHue: product.coverHue,
      coverGlyph: product.coverGlyph,
      status: product.status,
      courseType: course.courseType,
    })
    .from(product)
    .leftJoin(course, eq(course.productId, product.id))
    .where(inArray(product.id, [...productIds]));
  return new Map(
    rows.map(({ status, courseType, ...shown }) => [shown.productId, { shown, sale: { status, courseType } }]),
  );
}

async function readPolicies(db: Db, productIds: readonly number[]) {
  const rows = await db
    .select()
    .from(pricePolicy)
    .where(inArray(pricePolicy.productId, [...productIds]))
    .orderBy(asc(pricePolicy.validDays));
  return rows.map(({ withdrawnAt, ...row }) => ({ ...row, isWithdrawn: withdrawnAt !== null }));
}

async function readOwned(
  db: Db,
  { accountId, now }: { readonly accountId: number; readonly now: Date },
  productIds: readonly number[],
): Promise<Map<number, Day>> {
  const rows = await db
    .select({ productId: enrolment.productId, endsAt: max(enrolmentGrant.endsAt) })
    .from(enrolment)
    .innerJoin(enrolmentGrant, eq(enrolmentGrant.enrolmentId, enrolment.id))
    .where(
      and(
        eq(enrolment.accountId, accountId),
        inArray(enrolment.productId, [...productIds]),
        isNull(enrolmentGrant.revokedAt),
        gt(enrolmentGrant.endsAt, now),
      ),
    )
    .groupBy(enrolment.productId);
  return new Map(rows.flatMap(({ productId, endsAt }) => (endsAt ? [[productId, lastDay(endsAt)] as const] : [])));
}
