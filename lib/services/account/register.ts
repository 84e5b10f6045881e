import { account } from '@/db/schema';
import { hashPassword } from '@/lib/auth/password';
import type { RegisterInput } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';

/** Makes a student's account, known by its user name until it chooses a nickname. */
export async function register(
  ctx: Ctx,
  input: RegisterInput,
): Promise<Result<{ readonly accountId: number }, 'USERNAME_TAKEN'>> {
  const passwordHash = await hashPassword(input.password);
  // The unique index on lower(username) decides between two who register at once.
  const [row] = await ctx.db
    .insert(account)
    .values({ username: input.username, nickname: input.username, passwordHash })
    .onConflictDoNothing()
    .returning({ id: account.id });
  return row ? ok({ accountId: row.id }) : err('USERNAME_TAKEN', { field: 'username' });
}
