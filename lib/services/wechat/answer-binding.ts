import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { wechatTicket, wechatUser } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { releaseWaiting } from '../message/release-waiting';
import { type ConfirmSecret, findByConfirm, lockByConfirm } from './find-ticket';
import { recordAttempt } from './record-attempt';
import { replaceOpen } from './replace-tickets';

export type AnswerError = 'TICKET_FORGED' | 'TICKET_EXPIRED' | 'TICKET_USED' | 'BINDING_TAKEN';
export type AnswerInput = ConfirmSecret & { readonly answer: 'bind' | 'refuse' };

/** What the person answers on the phone to 确认绑定. Answering the same again changes nothing. */
export async function answerBinding(ctx: Ctx, input: AnswerInput): Promise<Result<null, AnswerError>> {
  const found = await findByConfirm(ctx, input);
  if (found?.purpose !== 'bind') {
    await recordAttempt(ctx, { attempt: 'stolen', ticket: null });
    return err('TICKET_FORGED');
  }
  const answered = await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, found.accountId);
    return answer({ ...ctx, db: tx }, input);
  });
  if (!answered.ok && answered.error.code === 'BINDING_TAKEN') {
    await recordAttempt(ctx, { attempt: 'taken', ticket: found });
  }
  return answered;
}

async function answer(ctx: TxCtx, input: AnswerInput): Promise<Result<null, AnswerError>> {
  const ticket = await lockByConfirm(ctx.db, ctx.now, input);
  if (ticket?.purpose !== 'bind' || ticket.wechatUserId === null) return err('TICKET_FORGED');
  const { id, accountId, wechatUserId, status } = ticket;
  if (status === 'taken') return err('BINDING_TAKEN');
  if (status === (input.answer === 'bind' ? 'bound' : 'refused')) return ok(null);
  if (status !== 'scanned') return err('TICKET_USED');
  if (ticket.isExpired) return err('TICKET_EXPIRED');

  if (input.answer === 'refuse') {
    await finish(ctx, id, 'refused');
    return ok(null);
  }
  if (!(await bind(ctx, accountId, wechatUserId))) {
    await finish(ctx, id, 'taken');
    return err('BINDING_TAKEN');
  }
  await finish(ctx, id, 'bound');
  await replaceOpen(ctx, accountId);
  await releaseWaiting(ctx, accountId);
  return ok(null);
}

async function finish({ db }: TxCtx, ticketId: number, status: 'bound' | 'refused' | 'taken'): Promise<void> {
  await db.update(wechatTicket).set({ status }).where(eq(wechatTicket.id, ticketId));
}

/** Never over an existing binding, neither of this WeChat nor of this account, which is locked; nor of who has left. */
async function bind({ db, now }: TxCtx, accountId: number, wechatUserId: number): Promise<boolean> {
  const [held] = await db.select({ id: wechatUser.id }).from(wechatUser).where(eq(wechatUser.accountId, accountId));
  if (held) return held.id === wechatUserId;
  const bound = await db
    .update(wechatUser)
    .set({
      accountId,
      boundAt: now,
      firstBoundAt: sql`coalesce(${wechatUser.firstBoundAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(and(eq(wechatUser.id, wechatUserId), isNull(wechatUser.accountId), isNotNull(wechatUser.openid)))
    .returning({ id: wechatUser.id });
  return bound.length > 0;
}
