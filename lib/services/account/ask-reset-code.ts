import { createHash } from 'node:crypto';
import { usernameSchema } from '@/lib/domain/credentials';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { enqueue } from '../enqueue';
import { addressKey } from '../throttle/failure-keys';
import { takeTurn } from '../throttle/take-turn';

/** An address asks so often in a quarter of an hour, whatever the names. */
const PER_ADDRESS = { limit: 10, windowSeconds: 15 * 60 } as const;

/**
 * Asks for a code to be sent to the WeChat that a name's account is bound to. Says the same, after the same time,
 * whether there is such an account or not: a worker looks. `address`: where the request came from.
 */
export async function askResetCode(
  ctx: Ctx,
  { username: typed, address }: { readonly username: string; readonly address: string },
): Promise<Result<null, 'THROTTLED'>> {
  if (!(await takeTurn(ctx, { key: addressKey('reset-code', address), ...PER_ADDRESS }))) {
    return err('THROTTLED', { detail: '这里要验证码的次数太多，请 15 分钟后再试' });
  }
  // People type passwords into the field of the name: only what could be one is kept, until the job is done.
  const username = usernameSchema.safeParse(typed);
  if (!username.success) return ok(null);
  const name = username.data.toLowerCase();
  const key = `account.reset-code:${createHash('sha256').update(name).digest('base64url')}`;
  await enqueue(ctx.db, 'account.reset-code', { username: name }, { key });
  return ok(null);
}
