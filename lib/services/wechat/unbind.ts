import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { cancelQueued } from '../message/cancel-queued';

/** Ends the binding of one's own account; messages that have not left yet are cancelled. */
export async function unbind(ctx: AccountCtx): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    await tx.update(wechatUser).set({ accountId: null, boundAt: null }).where(eq(wechatUser.accountId, ctx.actor.id));
    await cancelQueued({ ...ctx, db: tx }, ctx.actor.id, '已解除绑定');
  });
}
