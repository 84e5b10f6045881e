import { auditLog } from '@/db/schema';
import type { AuditAction, AuditState, AuditSubjectKind } from '@/lib/domain/audit';
import type { TxCtx } from '../ctx';

export interface AuditEntry {
  readonly action: AuditAction;
  readonly subjectKind: AuditSubjectKind;
  readonly subjectId: number | string;
  /** Only what the action changed; null: it was not there before. */
  readonly before: AuditState | null;
  /** Null: it is no longer there. */
  readonly after: AuditState | null;
}

/** Who did what to whom, in the transaction that does it: neither is kept without the other. */
export async function writeAudit(ctx: TxCtx, entry: AuditEntry): Promise<void> {
  const { action, subjectKind, subjectId, before, after } = entry;
  await ctx.db.insert(auditLog).values({
    actorId: ctx.actor.kind === 'account' ? ctx.actor.id : null,
    action,
    subjectKind,
    subjectId: String(subjectId),
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
    at: ctx.now,
  });
}
