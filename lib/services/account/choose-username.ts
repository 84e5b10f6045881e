import { and, eq } from 'drizzle-orm';
import { account } from '@/db/schema';
import { isUniqueViolation } from '@/db/violation';
import type { UsernameInput } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';

/** Puts a chosen user name in the place of the made-up one that WeChat brought; once. */
export async function chooseUsername(
  ctx: AccountCtx,
  { username }: UsernameInput,
): Promise<Result<null, 'USERNAME_TAKEN' | 'ALREADY_NAMED'>> {
  try {
    // A savepoint, so that a taken name does not spoil the caller's transaction.
    const named = await ctx.db.transaction((tx) =>
      tx
        .update(account)
        .set({ username, isNamed: true })
        .where(and(eq(account.id, ctx.actor.id), eq(account.isNamed, false)))
        .returning({ id: account.id }),
    );
    return named.length === 1 ? ok(null) : err('ALREADY_NAMED', { field: 'username' });
  } catch (error) {
    if (isUniqueViolation(error, 'account_username_key')) return err('USERNAME_TAKEN', { field: 'username' });
    throw error;
  }
}
