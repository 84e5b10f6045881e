import { and, eq, gt } from 'drizzle-orm';
import { wechatTicket } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type ConfirmSecret, findByConfirm } from './find-ticket';
import { isDisabled } from './is-disabled';
import { recordAttempt } from './record-attempt';
import { hashToken } from './ticket-token';

export type AnswerLoginError = 'TICKET_FORGED' | 'TICKET_EXPIRED' | 'TICKET_USED' | 'ACCOUNT_DISABLED';
export type AnswerLoginInput = ConfirmSecret & { readonly answer: 'allow' | 'refuse' };

/**
 * What the person answers on the phone to 确认登录. Allowing lets the browser that began go on, no other; answering the
 * same again changes nothing.
 */
export async function answerLogin(ctx: Ctx, input: AnswerLoginInput): Promise<Result<null, AnswerLoginError>> {
  const ticket = await findByConfirm(ctx, input);
  if (ticket?.purpose !== 'login' || ticket.wechatUserId === null) {
    await recordAttempt(ctx, { attempt: 'stolen', ticket: null });
    return err('TICKET_FORGED');
  }
  const wanted = input.answer === 'allow' ? 'confirmed' : 'refused';
  if (ticket.status === wanted || (ticket.status === 'used' && wanted === 'confirmed')) return ok(null);
  if (ticket.status !== 'scanned') return err('TICKET_USED');
  if (ticket.isExpired) return err('TICKET_EXPIRED');
  const isClosed = input.answer === 'allow' && (await isDisabled(ctx, ticket.wechatUserId));
  const answered = await ctx.db
    .update(wechatTicket)
    .set({ status: isClosed ? 'refused' : wanted })
    .where(
      and(
        eq(wechatTicket.id, ticket.id),
        eq(wechatTicket.confirmHash, hashToken(input.confirm)),
        eq(wechatTicket.status, 'scanned'),
        gt(wechatTicket.expiresAt, ctx.now),
      ),
    )
    .returning({ id: wechatTicket.id });
  if (isClosed) return err('ACCOUNT_DISABLED');
  return answered.length === 1 ? ok(null) : err('TICKET_USED');
}
