import { and, eq, gt, isNull } from 'drizzle-orm';
import { wechatTicket, wechatUser } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { releaseWaiting } from '../message/release-waiting';
import { type FoundTicket, findTicket } from './find-ticket';

export type AnswerError = 'TICKET_FORGED' | 'TICKET_EXPIRED' | 'TICKET_USED' | 'BINDING_TAKEN';

/** What the person answers on the phone to 确认绑定. `confirm` is the secret the scan gave this phone. */
export async function answerBinding(
  ctx: Ctx,
  { confirm, answer }: { readonly confirm: string; readonly answer: 'bind' | 'refuse' },
): Promise<Result<null, AnswerError>> {
  const ticket = await findTicket(ctx, 'confirm', confirm);
  if (!ticket || ticket.wechatUserId === null) return err('TICKET_FORGED');
  if (ticket.status === 'bound' && answer === 'bind') return ok(null);
  if (ticket.status !== 'scanned') return err('TICKET_USED');
  if (ticket.isExpired) return err('TICKET_EXPIRED');
  const { wechatUserId } = ticket;
  return ctx.db.transaction(async (tx): Promise<Result<null, AnswerError>> => {
    const inside: TxCtx = { ...ctx, db: tx };
    await lockAccount(tx, ticket.accountId);
    const isOurs = await finish(inside, ticket, answer === 'bind' ? 'bound' : 'refused');
    if (!isOurs) return err('TICKET_USED');
    if (answer === 'refuse') return ok(null);
    if (await bind(inside, ticket.accountId, wechatUserId)) {
      await releaseWaiting(inside, ticket.accountId);
      return ok(null);
    }
    await tx.update(wechatTicket).set({ status: 'taken' }).where(eq(wechatTicket.id, ticket.id));
    return err('BINDING_TAKEN');
  });
}

async function finish(ctx: TxCtx, ticket: FoundTicket, status: 'bound' | 'refused'): Promise<boolean> {
  const finished = await ctx.db
    .update(wechatTicket)
    .set({ status })
    .where(
      and(eq(wechatTicket.id, ticket.id), eq(wechatTicket.status, 'scanned'), gt(wechatTicket.expiresAt, ctx.now)),
    )
    .returning({ id: wechatTicket.id });
  return finished.length > 0;
}

/** Never over an existing binding: neither of this WeChat nor of this account, which is locked. */
async function bind(ctx: TxCtx, accountId: number, wechatUserId: number): Promise<boolean> {
  const [held] = await ctx.db
    .select({ id: wechatUser.id })
    .from(wechatUser)
    .where(eq(wechatUser.accountId, accountId));
  if (held) return held.id === wechatUserId;
  const bound = await ctx.db
    .update(wechatUser)
    .set({ accountId, boundAt: ctx.now })
    .where(and(eq(wechatUser.id, wechatUserId), isNull(wechatUser.accountId)))
    .returning({ id: wechatUser.id });
  return bound.length > 0;
}
