import { and, eq, notInArray } from 'drizzle-orm';
import { refund, refundLine } from '@/db/schema';
import { type LineChoice, refundAmounts } from '@/lib/domain/refund';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx, TxCtx } from '../ctx';
import { enqueueRefund } from './enqueue-refund';
import { lockRefund } from './lock-refund';

export interface ApproveRefundInput {
  readonly refundId: number;
  /** all, or the order lines agreed to; the others may be asked for again. */
  readonly lineIds: LineChoice;
}
export type ApproveRefundError = 'FORBIDDEN' | 'NOT_FOUND' | 'REFUND_DECIDED' | 'LINE_NOT_REFUNDABLE';

type Line = typeof refundLine.$inferSelect;

/** An administrator agrees to what a student asked for, or to some lines of it. The job that pays it back is left. */
export async function approveRefund(
  ctx: Ctx,
  { refundId, lineIds }: ApproveRefundInput,
): Promise<Result<null, ApproveRefundError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const inside = { ...admin.value, db: tx };
    const found = await lockRefund(inside, refundId);
    if (!found) return err('NOT_FOUND');
    if (found.refund.status !== 'requested') return err('REFUND_DECIDED');
    const agreed = choose(await readLines(inside, refundId), lineIds);
    if (!agreed) return err('LINE_NOT_REFUNDABLE');
    await approve(inside, refundId, agreed);
    await enqueueRefund(tx, refundId);
    await writeAudit(inside, {
      action: 'refund.approve',
      subjectKind: 'refund',
      subjectId: refundId,
      before: { refundStatus: 'requested', cashFen: found.refund.cashFen, beli: found.refund.beli },
      after: { orderNo: found.order.orderNo, refundStatus: 'approved', lines: agreed.length, ...refundAmounts(agreed) },
    });
    return ok(null);
  });
}

const readLines = (ctx: TxCtx, refundId: number): Promise<Line[]> =>
  ctx.db
    .select()
    .from(refundLine)
    .where(and(eq(refundLine.refundId, refundId), eq(refundLine.isActive, true)));

function choose(lines: readonly Line[], choice: LineChoice): readonly Line[] | null {
  if (choice === 'all') return lines;
  const chosen = lines.filter(({ orderLineId }) => choice.includes(orderLineId));
  return chosen.length > 0 && chosen.length === new Set(choice).size ? chosen : null;
}

async function approve(ctx: TxCtx & { readonly actor: { readonly id: number } }, id: number, agreed: readonly Line[]) {
  const kept = agreed.map((line) => line.id);
  await ctx.db
    .update(refundLine)
    .set({ isActive: false })
    .where(and(eq(refundLine.refundId, id), notInArray(refundLine.id, kept)));
  const changed = await ctx.db
    .update(refund)
    .set({ status: 'approved', ...refundAmounts(agreed), decidedBy: ctx.actor.id, decidedAt: ctx.now })
    .where(and(eq(refund.id, id), eq(refund.status, 'requested')))
    .returning({ id: refund.id });
  if (changed.length === 0) throw new Error(`refund ${id} changed while it was locked`);
}
