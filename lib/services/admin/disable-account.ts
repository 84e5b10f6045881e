import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { account } from '@/db/schema';
import type { AccountCommand } from '@/lib/domain/admin/account-command';
import { err, ok, type Result } from '@/lib/errors';
import { writeAudit } from '../audit/write-audit';
import type { Ctx, TxCtx } from '../ctx';
import { authoriseAdmin } from './authorise-admin';

/**
 * Closes an account: nobody signs in to it, and every session of it is dead at once, even if it is opened again.
 * Never one's own, by someone who is an administrator at that moment: so there is always one left.
 */
export async function disableAccount(
  ctx: Ctx,
  { accountId }: AccountCommand,
): Promise<Result<null, 'FORBIDDEN' | 'OWN_ACCOUNT' | 'NOT_FOUND' | 'CONFLICT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const actorId = admin.value.actor.id;
  if (accountId === actorId) return err('OWN_ACCOUNT');
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...admin.value, db: tx };
    const locked = await lockAccounts(inTx, accountId);
    // Another administrator may have been quicker and closed the actor's own account.
    if (!locked.some((row) => row.id === actorId && row.isOpen)) return err('FORBIDDEN');
    const target = locked.find((row) => row.id === accountId);
    if (!target) return err('NOT_FOUND');
    if (!target.isOpen) return err('CONFLICT', { detail: '该账号已经停用' });
    await tx
      .update(account)
      .set({ disabledAt: ctx.now, sessionVersion: sql`${account.sessionVersion} + 1` })
      .where(eq(account.id, accountId));
    await writeAudit(inTx, {
      action: 'account.disable',
      subjectKind: 'account',
      subjectId: accountId,
      before: { disabled: false },
      after: { disabled: true },
    });
    return ok(null);
  });
}

/** The account and all administrators, by id: two who close each other's account wait for one another here. */
const lockAccounts = (ctx: TxCtx, accountId: number) =>
  ctx.db
    .select({ id: account.id, isOpen: sql<boolean>`${account.disabledAt} is null` })
    .from(account)
    .where(or(eq(account.id, accountId), and(eq(account.role, 'admin'), isNull(account.disabledAt))))
    .orderBy(asc(account.id))
    .for('no key update');
