import { eq } from 'drizzle-orm';
import { account } from '@/db/schema';
import { isUniqueViolation } from '@/db/violation';
import type { ProfileInput } from '@/lib/domain/profile';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';

/** Sets nickname, bio and e-mail (null: none) of one's own account. */
export async function changeProfile(ctx: AccountCtx, input: ProfileInput): Promise<Result<null, 'EMAIL_TAKEN'>> {
  try {
    // A savepoint, so that a taken e-mail does not spoil the caller's transaction.
    await ctx.db.transaction((tx) =>
      tx
        .update(account)
        .set({ nickname: input.nickname, bio: input.bio, email: input.email })
        .where(eq(account.id, ctx.actor.id)),
    );
    return ok(null);
  } catch (error) {
    if (isUniqueViolation(error, 'account_email_key')) return err('EMAIL_TAKEN', { field: 'email' });
    throw error;
  }
}
