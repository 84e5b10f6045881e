import { eq, sql } from 'drizzle-orm';
import { account } from '@/db/schema';
import { verifyNobody, verifyPassword } from '@/lib/auth/password';
import { type SignInInput, usernameSchema } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { passwordFailureKeys } from '../throttle/failure-keys';
import { isThrottled } from '../throttle/is-throttled';
import { recordFailure } from '../throttle/record-failure';

/** What a session is begun with. */
export interface SignedIn {
  readonly accountId: number;
  readonly sessionVersion: number;
}

/**
 * Checks a name and a password. An unknown name, a wrong password, an account without one and a disabled one take the same time,
 * count the same and get the same answer. `address`: where the request came from.
 */
export async function signIn(
  ctx: Ctx,
  input: SignInInput & { readonly address: string },
): Promise<Result<SignedIn, 'WRONG_CREDENTIALS' | 'THROTTLED'>> {
  const keys = passwordFailureKeys(input.username, input.address);
  if (await isThrottled(ctx, keys)) return err('THROTTLED');

  const found = await findAccount(ctx, input.username);
  const right = await (found?.passwordHash
    ? verifyPassword(found.passwordHash, input.password)
    : verifyNobody(input.password));
  if (!found || !right || found.disabledAt) {
    const counted = await recordFailure(ctx, keys);
    return err(counted === 'throttled' ? 'THROTTLED' : 'WRONG_CREDENTIALS');
  }
  // Asked again: a burst of parallel guesses must not learn more from its right one than a slow one would.
  if (await isThrottled(ctx, keys)) return err('THROTTLED');
  return ok({ accountId: found.id, sessionVersion: found.sessionVersion });
}

async function findAccount(ctx: Ctx, typed: string) {
  const username = usernameSchema.safeParse(typed);
  if (!username.success) return undefined;
  const [row] = await ctx.db
    .select({
      id: account.id,
      passwordHash: account.passwordHash,
      sessionVersion: account.sessionVersion,
      disabledAt: account.disabledAt,
    })
    .from(account)
    .where(eq(sql`lower(${account.username})`, username.data.toLowerCase()));
  return row;
}
