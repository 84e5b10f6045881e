import { and, asc, eq, inArray } from 'drizzle-orm';
import { wechatTicket } from '@/db/schema';
import type { AccountCtx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';

/** Ends every open ticket of one's account, scanned or not: who has scanned one cannot go on with it. */
export async function replaceTickets(ctx: AccountCtx): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    await replaceOpen({ ...ctx, db: tx }, ctx.actor.id);
  });
}

/** The same within a transaction that has locked the account. */
export async function replaceOpen({ db }: TxCtx, accountId: number): Promise<void> {
  const open = and(eq(wechatTicket.accountId, accountId), inArray(wechatTicket.status, ['waiting', 'scanned']));
  await db
    .select({ id: wechatTicket.id })
    .from(wechatTicket)
    .where(open)
    .orderBy(asc(wechatTicket.id))
    .for('no key update');
  await db.update(wechatTicket).set({ status: 'replaced' }).where(open);
}
