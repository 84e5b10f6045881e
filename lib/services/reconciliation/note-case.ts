import type { CaseNote } from '@/lib/domain/admin/case-command';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { appendNote } from './append-note';

/** A remark on a case, open or closed. */
export async function noteCase(ctx: Ctx, { caseId, note }: CaseNote): Promise<Result<null, 'FORBIDDEN' | 'NOT_FOUND'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const inside = { ...admin.value, db: tx };
    if (!(await appendNote(inside, caseId, note))) return err('NOT_FOUND');
    await writeAudit(inside, {
      action: 'case.note',
      subjectKind: 'case',
      subjectId: caseId,
      before: null,
      after: { note },
    });
    return ok(null);
  });
}
