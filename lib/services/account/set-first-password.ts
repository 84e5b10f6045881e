import { and, eq, isNull, sql } from 'drizzle-orm';
import { account } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import type { FirstPasswordInput } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';

/**
 * Gives an account that came by WeChat its first password, once, and ends its sessions, the caller's own too: the
 * caller begins a new one. There is no current password to ask for; a second one is a change.
 */
export async function setFirstPassword(
  ctx: AccountCtx,
  input: FirstPasswordInput,
): Promise<Result<{ readonly username: string }, 'CONFLICT'>> {
  const [changed] = await ctx.db
    .update(account)
    .set({
      passwordHash: await hashPassword(input.newPassword),
      sessionVersion: sql`${account.sessionVersion} + 1`,
    })
    .where(and(eq(account.id, ctx.actor.id), isNull(account.passwordHash), isNull(account.disabledAt)))
    .returning({ username: account.username });
  return changed ? ok(changed) : err('CONFLICT');
}
