import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { enrolment, enrolmentForm, enrolmentGrant, order, orderLine } from '@/db/schema';
import type { EnrolmentFormInput } from '@/lib/domain/enrolment-form';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { putOrderNotice } from '../message/put-order-notice';

export type SubmitEnrolmentFormInput = EnrolmentFormInput & { readonly orderNo: string };
export type SubmitEnrolmentFormError = 'NOT_FOUND' | 'ORDER_NOT_PAID' | 'FORM_ALREADY_SUBMITTED';

/**
 * Takes the 报名表 of a paid order, opens what the order granted and tells the student. One form an order: a second
 * one is refused, however close behind the first it comes.
 */
export async function submitEnrolmentForm(
  ctx: AccountCtx,
  input: SubmitEnrolmentFormInput,
): Promise<Result<null, SubmitEnrolmentFormError>> {
  return ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    const [found] = await tx
      .select()
      .from(order)
      .where(and(eq(order.orderNo, input.orderNo), eq(order.accountId, ctx.actor.id)))
      .for('no key update');
    if (!found) return err('NOT_FOUND');
    if (found.status === 'refunded') return err('ORDER_NOT_PAID', { detail: '订单已全部退款，不需要报名表' });
    if (found.status !== 'paid' && found.status !== 'partially_refunded') return err('ORDER_NOT_PAID');

    const { name, phone, education, goal } = input;
    const inserted = await tx
      .insert(enrolmentForm)
      .values({ orderId: found.id, accountId: ctx.actor.id, name, phone, education, goal, submittedAt: ctx.now })
      .onConflictDoNothing({ target: enrolmentForm.orderId })
      .returning({ id: enrolmentForm.id });
    if (inserted.length === 0) return err('FORM_ALREADY_SUBMITTED');

    await openGranted(tx, found.id, ctx.now);
    await putOrderNotice({ ...ctx, db: tx }, { notice: 'enrolled', order: found, student: { name, phone } });
    return ok(null);
  });
}

/** A line that was refunded opens nothing: another order of its product waits for its own form. */
async function openGranted(tx: Transaction, orderId: number, now: Date): Promise<void> {
  const granted = tx
    .select({ id: enrolmentGrant.enrolmentId })
    .from(enrolmentGrant)
    .innerJoin(orderLine, eq(orderLine.id, enrolmentGrant.orderLineId))
    .where(and(eq(orderLine.orderId, orderId), isNull(enrolmentGrant.revokedAt)));
  const closed = await tx
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(and(inArray(enrolment.id, granted), isNull(enrolment.openedAt)))
    .orderBy(asc(enrolment.productId))
    .for('no key update');
  if (closed.length === 0) return;
  const ids = closed.map((row) => row.id);
  await tx.update(enrolment).set({ openedAt: now }).where(inArray(enrolment.id, ids));
}
