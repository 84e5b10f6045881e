import { and, eq } from 'drizzle-orm';
import { reconciliationCase } from '@/db/schema';
import type { CaseOutcome } from '@/lib/domain/reconciliation-kinds';
import { ok } from '@/lib/errors';
import { writeAudit } from '../audit/write-audit';
import type { AccountCtx } from '../ctx';
import { appendNote } from './append-note';
import { type CaseResult, caseIsClosed } from './open-case';

interface EndInput {
  readonly caseId: number;
  readonly outcome: CaseOutcome;
  readonly action: 'case.settle' | 'case.refund' | 'case.close';
  /** What was done, or why nothing was. */
  readonly note: string;
}

/** Closes an open case, in the name of an administrator; another one may have been faster. */
export async function endCase(ctx: AccountCtx, { caseId, outcome, action, note }: EndInput): Promise<CaseResult> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const closed = await tx
      .update(reconciliationCase)
      .set({ status: 'closed', outcome, closedBy: ctx.actor.id, closedAt: ctx.now })
      .where(and(eq(reconciliationCase.id, caseId), eq(reconciliationCase.status, 'open')))
      .returning({ id: reconciliationCase.id });
    if (closed.length === 0) return caseIsClosed;
    await appendNote(inside, caseId, note);
    await writeAudit(inside, {
      action,
      subjectKind: 'case',
      subjectId: caseId,
      before: { caseStatus: 'open' },
      after: { caseStatus: outcome, note },
    });
    return ok(null);
  });
}
