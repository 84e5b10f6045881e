import { eq, or, sql } from 'drizzle-orm';
import { account, wechatUser } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { cancelQueued } from '../message/cancel-queued';

/**
 * Ends the binding of one's own account; messages that have not left yet are cancelled. No WeChat signs in to it any
 * more, not even the one it was made with. An account without a password keeps it: it would have no way in.
 */
export async function unbind(ctx: AccountCtx): Promise<Result<null, 'PASSWORD_NEEDED'>> {
  return ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    const [own] = await tx
      .select({ passwordHash: account.passwordHash })
      .from(account)
      .where(eq(account.id, ctx.actor.id));
    if (!own?.passwordHash) return err('PASSWORD_NEEDED');
    const isBound = eq(wechatUser.accountId, ctx.actor.id);
    await tx
      .update(wechatUser)
      .set({
        accountId: sql`case when ${isBound} then null else ${wechatUser.accountId} end`,
        boundAt: sql`case when ${isBound} then null else ${wechatUser.boundAt} end`,
        madeAccountId: sql`nullif(${wechatUser.madeAccountId}, ${ctx.actor.id})`,
      })
      .where(or(isBound, eq(wechatUser.madeAccountId, ctx.actor.id)));
    await cancelQueued({ ...ctx, db: tx }, ctx.actor.id, '已解除绑定');
    return ok(null);
  });
}
