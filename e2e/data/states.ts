import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { order } from '@/db/schema';
import { mintCouponRecord } from '@/tests/support/coupon-factories';
import { giveBeli, mintCourse, putInCart } from '@/tests/support/factories';
import { mintPaidOrder } from '@/tests/support/learning-factories';
import { mintMessage, TEXT } from '@/tests/support/message-factories';
import { mintPendingOrder } from '@/tests/support/order-factories';
import { mintAttempt } from '@/tests/support/payment-factories';
import { lessonsOf, SLUG, seededCourse } from './catalogue';

const DAY_MS = 24 * 60 * 60 * 1000;
const day = (offset: number) => new Date(Date.now() + offset * DAY_MS);

interface Wanted {
  readonly path: string;
  /** When it is not a 200. */
  readonly status?: number;
}

/** Pages anyone may open. */
export async function publicPages(db: Database): Promise<Wanted[]> {
  const trial = (await lessonsOf(db)).find((lesson) => lesson.isFreeTrial);
  return [
    { path: '/' },
    { path: '/courses' },
    { path: '/courses?q=没有这样的课程' },
    { path: `/courses/${SLUG}` },
    { path: '/courses/algorithm-thinking' },
    { path: '/courses/k8s-troubleshooting' },
    { path: '/courses/python2-migration' },
    { path: '/degrees' },
    { path: '/degrees/python-fullstack' },
    { path: '/sign-in' },
    { path: '/register' },
    { path: '/forgot-password' },
    { path: '/forgot-password/code?username=luffy' },
    { path: '/cart' },
    { path: '/coupons' },
    { path: trial?.path ?? '' },
    ...['refused', 'expired', 'used', 'forged', 'taken', 'disabled', 'snapshot', 'unavailable'].map((problem) => ({
      path: `/wechat/problem/${problem}`,
    })),
    { path: '/no/such/page', status: 404 },
  ];
}

/** Gives a student something on every page of their own, and lists these pages. */
export async function ownPages(db: Database, studentId: number): Promise<Wanted[]> {
  const [inCart, pending, unfilled, ended] = [
    await mintCourse(db),
    await mintCourse(db),
    await mintCourse(db),
    await mintCourse(db),
  ];
  await putInCart(db, studentId, inCart);
  await giveBeli(db, studentId, 300);
  await mintCouponRecord(db, studentId, { productId: inCart.id });
  await mintCouponRecord(db, studentId, { rule: { kind: 'threshold', minimumFen: 90_000, valueFen: 9000 } });
  const unpaid = await mintPendingOrder(db, studentId, [{ product: pending }]);
  // Under a number that the sandbox takes, for the QR code.
  await mintAttempt(db, unpaid, 'page', `${unpaid.orderNo}_1`);
  const closed = await mintPendingOrder(db, studentId, [{ product: await mintCourse(db) }]);
  await db
    .update(order)
    .set({ status: 'expired', closedAt: day(0) })
    .where(eq(order.id, closed.id));
  const form = await mintPaidOrder(db, studentId, unfilled, { startsAt: day(-1), endsAt: day(30) });
  const openedAt = day(-1);
  await mintPaidOrder(db, studentId, await seededCourse(db), { startsAt: openedAt, endsAt: day(30), openedAt });
  await mintPaidOrder(db, studentId, ended, { startsAt: day(-40), endsAt: day(-10), openedAt });
  await mintMessage(db, studentId, { status: 'waiting_for_bind' });
  await mintMessage(db, studentId, { content: TEXT, status: 'failed' });
  const lessons = await lessonsOf(db);
  const lessonOf = (kind: string) => ({ path: lessons.find((lesson) => lesson.kind === kind)?.path ?? '' });
  return [
    { path: '/cart' },
    { path: '/orders' },
    { path: `/orders/${unpaid.orderNo}` },
    { path: `/orders/${form.orderNo}` },
    { path: `/orders/${form.orderNo}/refund` },
    { path: `/orders/${form.orderNo}/receipt` },
    { path: `/orders/${closed.orderNo}` },
    { path: `/pay/${unpaid.orderNo}` },
    { path: `/pay/${unpaid.orderNo}?by=qr` },
    { path: `/pay/${closed.orderNo}` },
    { path: `/pay/${form.orderNo}` },
    { path: `/enrol/${form.orderNo}` },
    { path: '/learn' },
    { path: `/learn/${SLUG}` },
    { path: `/learn/${ended.slug}` },
    lessonOf('document'),
    lessonOf('exercise'),
    lessonOf('video'),
    { path: '/account' },
    { path: '/account/security' },
    { path: '/account/wechat' },
    { path: '/account/messages' },
    { path: '/account/beli' },
    { path: '/coupons' },
    { path: '/account/coupons' },
    { path: '/account/coupons?tab=locked' },
  ];
}
