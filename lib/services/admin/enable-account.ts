import { and, eq, isNotNull } from 'drizzle-orm';
import { account } from '@/db/schema';
import type { AccountCommand } from '@/lib/domain/admin/account-command';
import { err, ok, type Result } from '@/lib/errors';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { authoriseAdmin } from './authorise-admin';

/** Opens a closed account again; its owner signs in anew. */
export async function enableAccount(
  ctx: Ctx,
  { accountId }: AccountCommand,
): Promise<Result<null, 'FORBIDDEN' | 'CONFLICT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const opened = await tx
      .update(account)
      .set({ disabledAt: null })
      .where(and(eq(account.id, accountId), isNotNull(account.disabledAt)))
      .returning({ id: account.id });
    if (opened.length === 0) return err('CONFLICT', { detail: '该账号没有停用' });
    await writeAudit(
      { ...admin.value, db: tx },
      {
        action: 'account.enable',
        subjectKind: 'account',
        subjectId: accountId,
        before: { disabled: true },
        after: { disabled: false },
      },
    );
    return ok(null);
  });
}
