import { eq, sql } from 'drizzle-orm';
import { account } from '@/db/schema';
import type { AccountCommand } from '@/lib/domain/admin/account-command';
import { err, ok, type Result } from '@/lib/errors';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { authoriseAdmin } from './authorise-admin';

/** Ends every session of an account, on all devices. Its owner may sign in again. */
export async function endAccountSessions(
  ctx: Ctx,
  { accountId }: AccountCommand,
): Promise<Result<null, 'FORBIDDEN' | 'NOT_FOUND'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return ctx.db.transaction(async (tx) => {
    const [ended] = await tx
      .update(account)
      .set({ sessionVersion: sql`${account.sessionVersion} + 1` })
      .where(eq(account.id, accountId))
      .returning({ sessionVersion: account.sessionVersion });
    if (!ended) return err('NOT_FOUND');
    await writeAudit(
      { ...admin.value, db: tx },
      {
        action: 'account.end-sessions',
        subjectKind: 'account',
        subjectId: accountId,
        before: { sessionVersion: ended.sessionVersion - 1 },
        after: { sessionVersion: ended.sessionVersion },
      },
    );
    return ok(null);
  });
}
