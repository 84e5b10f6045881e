import { and, eq } from 'drizzle-orm';
import { payment } from '@/db/schema';
import type { Ctx } from '../ctx';

/** Keeps in mind that an attempt will not be paid. Nothing changes when it turned out to be paid, or late. */
export async function closeAttempt(ctx: Ctx, id: number): Promise<void> {
  await ctx.db
    .update(payment)
    .set({ status: 'closed', closedAt: ctx.now })
    .where(and(eq(payment.id, id), eq(payment.status, 'created')));
}
