import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { enrolment, enrolmentGrant } from '@/db/schema';
import { closeGaps } from '@/lib/domain/enrolment';
import type { TxCtx } from '../ctx';

/** Takes away the days that these order lines gave, and only those; later days of the same product move up to now. */
export async function revokeGrants(ctx: TxCtx, accountId: number, orderLineIds: readonly number[]): Promise<void> {
  const ofLines = ctx.db
    .select({ id: enrolmentGrant.enrolmentId })
    .from(enrolmentGrant)
    .where(inArray(enrolmentGrant.orderLineId, [...orderLineIds]));
  const locked = await ctx.db
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(and(eq(enrolment.accountId, accountId), inArray(enrolment.id, ofLines)))
    .orderBy(asc(enrolment.productId))
    .for('no key update');
  const revoked = await ctx.db
    .update(enrolmentGrant)
    .set({ revokedAt: ctx.now })
    .where(and(inArray(enrolmentGrant.orderLineId, [...orderLineIds]), isNull(enrolmentGrant.revokedAt)))
    .returning({ id: enrolmentGrant.id });
  if (revoked.length !== orderLineIds.length)
    throw new Error(`lines ${orderLineIds.join(', ')} had no access to revoke`);
  for (const { id } of locked) await moveUp(ctx, id);
}

async function moveUp(ctx: TxCtx, enrolmentId: number): Promise<void> {
  const remaining = await ctx.db
    .select({
      id: enrolmentGrant.id,
      validDays: enrolmentGrant.validDays,
      startsAt: enrolmentGrant.startsAt,
      endsAt: enrolmentGrant.endsAt,
    })
    .from(enrolmentGrant)
    .where(and(eq(enrolmentGrant.enrolmentId, enrolmentId), isNull(enrolmentGrant.revokedAt)));
  const moved = closeGaps(ctx.now, remaining).filter((grant) => !remaining.includes(grant));
  for (const { id, startsAt, endsAt } of moved) {
    await ctx.db.update(enrolmentGrant).set({ startsAt, endsAt }).where(eq(enrolmentGrant.id, id));
  }
}
