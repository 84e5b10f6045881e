import { and, eq } from 'drizzle-orm';
import { wechatTicket } from '@/db/schema';
import { TICKET_MINUTES } from '@/lib/domain/wechat-ticket';
import type { AccountCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { hashToken, newToken } from './ticket-token';

export interface OpenedTicket {
  readonly id: number;
  /** Travels as the OAuth state; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** A new binding ticket for the account. One not yet scanned stops working; one that is on a phone may be finished. */
export async function openTicket(ctx: AccountCtx): Promise<OpenedTicket> {
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + TICKET_MINUTES * 60_000);
  return ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    await tx
      .update(wechatTicket)
      .set({ status: 'replaced' })
      .where(and(eq(wechatTicket.accountId, ctx.actor.id), eq(wechatTicket.status, 'waiting')));
    const [ticket] = await tx
      .insert(wechatTicket)
      .values({ tokenHash: hashToken(token), purpose: 'bind', accountId: ctx.actor.id, expiresAt, createdAt: ctx.now })
      .returning({ id: wechatTicket.id });
    if (!ticket) throw new Error('a ticket was not written');
    return { id: ticket.id, token, expiresAt };
  });
}
