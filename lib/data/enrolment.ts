import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { course, enrolmentForm, enrolmentGrant, order, orderLine, product } from '@/db/schema';
import type { ProductKind } from '@/lib/domain/catalogue';
import type { EnrolmentFormInput } from '@/lib/domain/enrolment-form';
import { type Day, lastDay } from '@/lib/domain/shanghai-day';
import type { OrderStatus } from '@/lib/domain/states';

export interface CourseLink {
  readonly slug: string;
  readonly name: string;
}

export interface EnrolledProduct extends CourseLink {
  readonly kind: ProductKind;
  /** The last day of what this order granted. */
  readonly lastDay: Day;
  /** The courses of a degree that are online. */
  readonly modules: readonly CourseLink[];
}

export interface Enrolment {
  readonly orderNo: string;
  readonly status: OrderStatus;
  /** What the order granted and still grants. */
  readonly products: readonly EnrolledProduct[];
  readonly isSubmitted: boolean;
  /** The last 报名表 of the account, to start from. */
  readonly previous: EnrolmentFormInput | null;
}

/** An account's own order as its 报名表 needs it; undefined when the account has no such order. */
export async function findEnrolment(db: Db, orderNo: string, accountId: number): Promise<Enrolment | undefined> {
  const [row] = await db
    .select({ id: order.id, status: order.status, formId: enrolmentForm.id })
    .from(order)
    .leftJoin(enrolmentForm, eq(enrolmentForm.orderId, order.id))
    .where(and(eq(order.orderNo, orderNo), eq(order.accountId, accountId)));
  if (!row) return undefined;
  const [products, previous] = await Promise.all([granted(db, row.id), lastForm(db, accountId)]);
  return { orderNo, status: row.status, products, isSubmitted: row.formId !== null, previous };
}

async function granted(db: Db, orderId: number): Promise<EnrolledProduct[]> {
  const rows = await db
    .select({
      id: product.id,
      kind: product.kind,
      slug: product.slug,
      name: orderLine.productName,
      endsAt: enrolmentGrant.endsAt,
    })
    .from(orderLine)
    .innerJoin(product, eq(product.id, orderLine.productId))
    .innerJoin(enrolmentGrant, and(eq(enrolmentGrant.orderLineId, orderLine.id), isNull(enrolmentGrant.revokedAt)))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position));
  const modules = await modulesOf(db, orderId);
  return rows.map(({ id, endsAt, ...row }) => ({
    ...row,
    lastDay: lastDay(endsAt),
    modules: modules.filter((one) => one.degreeCourseId === id),
  }));
}

const modulesOf = (db: Db, orderId: number) =>
  db
    .select({ degreeCourseId: course.degreeCourseId, slug: product.slug, name: product.name })
    .from(orderLine)
    .innerJoin(course, eq(course.degreeCourseId, orderLine.productId))
    .innerJoin(product, and(eq(product.id, course.productId), eq(product.status, 'online')))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(course.position), asc(course.productId));

async function lastForm(db: Db, accountId: number): Promise<EnrolmentFormInput | null> {
  const [row] = await db
    .select({
      name: enrolmentForm.name,
      phone: enrolmentForm.phone,
      education: enrolmentForm.education,
      goal: enrolmentForm.goal,
    })
    .from(enrolmentForm)
    .where(eq(enrolmentForm.accountId, accountId))
    .orderBy(desc(enrolmentForm.submittedAt), desc(enrolmentForm.id))
    .limit(1);
  return row ?? null;
}
