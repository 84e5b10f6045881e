import 'server-only';
import { and, asc, desc, eq, gt, inArray, isNull, max } from 'drizzle-orm';
import { cartItem, course, enrolment, enrolmentGrant, pricePolicy, product } from '@/db/schema';
import { getViewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import type { CartEntry } from '@/lib/domain/cart';
import type { CartLine, PolicyChoice } from '@/lib/domain/cart-line';
import { saleProblem } from '@/lib/domain/sale';
import { type Day, lastDay } from '@/lib/domain/shanghai-day';
import { visitorCart } from '@/lib/visitor-cart';

export interface Cart {
  readonly isVisitor: boolean;
  readonly lines: readonly CartLine[];
}

/** The cart of whoever asks: the account's, or the visitor's from its cookie. Newest first. */
export async function getCart(): Promise<Cart> {
  const viewer = await getViewer();
  const entries = viewer ? await accountEntries(viewer.id) : await visitorCart();
  return { isVisitor: viewer === null, lines: await describe(entries, viewer?.id ?? null) };
}

/** How many lines the cart holds, for the badge in the header. */
export async function countCart(accountId: number | null): Promise<number> {
  if (accountId === null) return (await visitorCart()).length;
  return database().$count(cartItem, eq(cartItem.accountId, accountId));
}

function accountEntries(accountId: number): Promise<CartEntry[]> {
  return database()
    .select({
      productId: cartItem.productId,
      pricePolicyId: cartItem.pricePolicyId,
      isSelected: cartItem.isSelected,
    })
    .from(cartItem)
    .where(eq(cartItem.accountId, accountId))
    .orderBy(desc(cartItem.addedAt), desc(cartItem.id));
}

/** Ids in a visitor's cookie that name nothing, or do not belong together, give no line. */
async function describe(entries: readonly CartEntry[], accountId: number | null): Promise<CartLine[]> {
  const productIds = entries.map((entry) => entry.productId);
  if (productIds.length === 0) return [];
  const [products, policies, owned] = await Promise.all([
    readProducts(productIds),
    readPolicies(productIds),
    accountId === null ? new Map<number, Day>() : readOwned(accountId, productIds),
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

async function readProducts(productIds: readonly number[]) {
  const rows = await database()
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

async function readPolicies(productIds: readonly number[]) {
  const rows = await database()
    .select()
    .from(pricePolicy)
    .where(inArray(pricePolicy.productId, [...productIds]))
    .orderBy(asc(pricePolicy.validDays));
  return rows.map(({ withdrawnAt, ...row }) => ({ ...row, isWithdrawn: withdrawnAt !== null }));
}

async function readOwned(accountId: number, productIds: readonly number[]): Promise<Map<number, Day>> {
  const rows = await database()
    .select({ productId: enrolment.productId, endsAt: max(enrolmentGrant.endsAt) })
    .from(enrolment)
    .innerJoin(enrolmentGrant, eq(enrolmentGrant.enrolmentId, enrolment.id))
    .where(
      and(
        eq(enrolment.accountId, accountId),
        inArray(enrolment.productId, [...productIds]),
        isNull(enrolmentGrant.revokedAt),
        gt(enrolmentGrant.endsAt, new Date()),
      ),
    )
    .groupBy(enrolment.productId);
  return new Map(rows.flatMap(({ productId, endsAt }) => (endsAt ? [[productId, lastDay(endsAt)] as const] : [])));
}
