import { eq } from 'drizzle-orm';
import { account, wechatUser } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { cancelQueued } from '../message/cancel-queued';

/**
 * Ends the binding of one's own account; messages that have not left yet are cancelled. An account that has no
 * password keeps it: there would be no way left to sign in.
 */
export async function unbind(ctx: AccountCtx): Promise<Result<null, 'PASSWORD_NEEDED'>> {
  return ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    const [own] = await tx
      .select({ passwordHash: account.passwordHash })
      .from(account)
      .where(eq(account.id, ctx.actor.id));
    if (!own?.passwordHash) return err('PASSWORD_NEEDED');
    await tx.update(wechatUser).set({ accountId: null, boundAt: null }).where(eq(wechatUser.accountId, ctx.actor.id));
    await cancelQueued({ ...ctx, db: tx }, ctx.actor.id, '已解除绑定');
    return ok(null);
  });
}
