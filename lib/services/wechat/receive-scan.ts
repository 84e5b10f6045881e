import { and, eq, gt } from 'drizzle-orm';
import { wechatTicket, wechatUser } from '@/db/schema';
import { err, type Failure, ok } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type AskError, askWechat, keepUser } from './ask-wechat';
import { type ConfirmSecret, type FoundTicket, findByState } from './find-ticket';
import type { KnownUser } from './keep-openid';
import { hashToken, newToken } from './ticket-token';

/** What WeChat's OAuth brings back; without a code the person refused. */
export interface ScanInput {
  readonly state: string;
  readonly code: string | null;
}

export type ScanError = AskError | 'TICKET_FORGED' | 'TICKET_EXPIRED' | 'BINDING_REFUSED' | 'BINDING_TAKEN';

export type ScanResult =
  | { readonly ok: true; readonly value: ConfirmSecret }
  | {
      readonly ok: false;
      readonly error: Failure<ScanError>;
      /** The ticket, if there is one: the phone that scanned it before may still hold its secret. */
      readonly ticketId: number | null;
    };

/**
 * A phone came back from WeChat with a ticket. The ticket is checked before WeChat is asked and claimed after, by a
 * conditional UPDATE: of two phones, one goes on. The value is the secret with which this phone may answer.
 */
export async function receiveScan(ctx: Ctx, { state, code }: ScanInput): Promise<ScanResult> {
  const ticket = await findByState(ctx, state);
  const no = (error: ScanError): ScanResult => ({ ...err(error), ticketId: ticket?.id ?? null });
  if (!ticket) return no('TICKET_FORGED');
  if (ticket.status !== 'waiting') return no('TICKET_USED');
  if (ticket.isExpired) return no('TICKET_EXPIRED');
  if (code === null) return no((await claim(ctx, ticket, { status: 'refused' })) ? 'BINDING_REFUSED' : 'TICKET_USED');

  const person = await askWechat(ctx, code);
  if (!person.ok) return no(person.error.code);
  const user = await keepUser(ctx, person.value);
  const wechatUserId = user.id;
  if (await isTakenElsewhere(ctx, ticket, user)) {
    await claim(ctx, ticket, { status: 'taken', wechatUserId });
    return no('BINDING_TAKEN');
  }
  const confirm = newToken();
  const scanned = { status: 'scanned', wechatUserId, confirmHash: hashToken(confirm) } as const;
  return (await claim(ctx, ticket, scanned)) ? ok({ ticketId: ticket.id, confirm }) : no('TICKET_USED');
}

async function claim(
  ctx: Ctx,
  ticket: FoundTicket,
  set: { status: 'scanned' | 'refused' | 'taken'; wechatUserId?: number; confirmHash?: string },
): Promise<boolean> {
  const claimed = await ctx.db
    .update(wechatTicket)
    .set(set)
    .where(and(eq(wechatTicket.id, ticket.id), eq(wechatTicket.status, 'waiting'), gt(wechatTicket.expiresAt, ctx.now)))
    .returning({ id: wechatTicket.id });
  return claimed.length > 0;
}

/** This WeChat with another account, or this account with another WeChat. Binding itself looks again. */
async function isTakenElsewhere(ctx: Ctx, ticket: FoundTicket, user: KnownUser): Promise<boolean> {
  if (user.accountId !== null && user.accountId !== ticket.accountId) return true;
  const [bound] = await ctx.db
    .select({ id: wechatUser.id })
    .from(wechatUser)
    .where(eq(wechatUser.accountId, ticket.accountId));
  return bound !== undefined && bound.id !== user.id;
}
