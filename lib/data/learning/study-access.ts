import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { holdingsOf } from '@/db/queries/holdings';
import { enrolmentForm, enrolmentGrant, order, orderLine, product } from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import { type AccessDenial, type CourseFacts, courseAccess, type Holding, heldUntil } from '@/lib/domain/course-access';
import { type Day, lastDay, shanghaiDay } from '@/lib/domain/shanghai-day';

export interface ProductLink {
  readonly kind: ProductKind;
  readonly slug: string;
  readonly name: string;
}

export interface ClosedAccess {
  readonly open: false;
  readonly reason: AccessDenial;
  /** What to buy, to renew, or to wait for; null when there is nothing of the kind, or a choice of it. */
  readonly target: ProductLink | null;
  /** RENEW: the last day it was open; NOT_STARTED: the first day it will be. */
  readonly day: Day | null;
  /** FORM: the paid order whose 报名表 is missing. */
  readonly formOrderNo: string | null;
}

export type StudyAccess = { readonly open: true; readonly lastDay: Day } | ClosedAccess;

/** Where an account (null: a visitor) stands with a course at `now`. */
export async function findStudyAccess(
  db: Db,
  facts: CourseFacts,
  accountId: number | null,
  now: Date,
): Promise<StudyAccess> {
  const holdings = accountId === null ? null : await holdingsOf(db, accountId);
  const access = courseAccess(facts, holdings, now);
  if (access.open) return { open: true, lastDay: lastDay(access.until) };

  const { reason } = access;
  const targetId = access.productId ?? wanted(facts, reason);
  const holding = holdings?.find((candidate) => candidate.productId === access.productId);
  const [target, formOrderNo] = await Promise.all([
    targetId === null ? null : findProduct(db, targetId),
    reason === 'FORM' && accountId !== null && targetId !== null ? findFormOrder(db, accountId, targetId) : null,
  ]);
  return { open: false, reason, target, formOrderNo, day: holding ? dayOf(reason, holding) : null };
}

function wanted(facts: CourseFacts, reason: AccessDenial): number | null {
  if (reason === 'BUY_DEGREE') return facts.degreeCourseId;
  return reason === 'ANY_DEGREE' ? null : facts.productId;
}

function dayOf(reason: AccessDenial, { grants }: Holding): Day | null {
  const [first] = grants;
  if (!first) return null;
  if (reason === 'NOT_STARTED') return shanghaiDay(first.startsAt);
  return reason === 'RENEW' ? lastDay(heldUntil(grants)) : null;
}

async function findProduct(db: Db, productId: number): Promise<ProductLink | null> {
  const [row] = await db
    .select({ kind: product.kind, slug: product.slug, name: product.name })
    .from(product)
    .where(eq(product.id, productId));
  return row ?? null;
}

/** The first order that granted the product and has no 报名表. */
async function findFormOrder(db: Db, accountId: number, productId: number): Promise<string | null> {
  const [row] = await db
    .select({ orderNo: order.orderNo })
    .from(order)
    .innerJoin(orderLine, and(eq(orderLine.orderId, order.id), eq(orderLine.productId, productId)))
    .innerJoin(enrolmentGrant, and(eq(enrolmentGrant.orderLineId, orderLine.id), isNull(enrolmentGrant.revokedAt)))
    .leftJoin(enrolmentForm, eq(enrolmentForm.orderId, order.id))
    .where(and(eq(order.accountId, accountId), isNull(enrolmentForm.id)))
    .orderBy(asc(order.paidAt))
    .limit(1);
  return row?.orderNo ?? null;
}
