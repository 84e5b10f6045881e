import type { DayCommand } from '@/lib/domain/admin/case-command';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { enqueue } from '../enqueue';

/** An administrator has a day's bill read and compared, again perhaps. The worker does it. */
export async function startReconciliation(
  ctx: Ctx,
  { day }: DayCommand,
): Promise<Result<null, 'FORBIDDEN' | 'INVALID_INPUT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  if (day >= shanghaiDay(ctx.now)) return err('INVALID_INPUT', { field: 'day', detail: '账单在第二天才有' });
  return ctx.db.transaction(async (tx) => {
    await enqueue(tx, 'bill.reconcile', { day }, { key: `bill:${day}` });
    const inside = { ...admin.value, db: tx };
    await writeAudit(inside, {
      action: 'bill.reconcile',
      subjectKind: 'bill',
      subjectId: day,
      before: null,
      after: null,
    });
    return ok(null);
  });
}
