import { and, desc, eq, inArray } from 'drizzle-orm';
import { account, wechatTicket } from '@/db/schema';
import { TICKET_MINUTES } from '@/lib/domain/wechat-ticket';
import type { AccountCtx, TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { OAUTH_PATH } from './receive-scan';
import { hashToken, newToken } from './ticket-token';

export interface OpenedTicket {
  readonly id: number;
  /** What one QR holds: WeChat's OAuth address with the ticket as its state. Only the ticket's hash is kept. */
  readonly url: string;
  /** The ticket itself, of which the other QR is made. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Loading the page again makes a new ticket; the one on a phone's screen just then must go on working. */
const WAITING_AT_ONCE = 3;

/** A new binding ticket for the signed-in account. */
export async function openTicket(ctx: AccountCtx): Promise<OpenedTicket> {
  const state = newToken();
  const expiresAt = new Date(ctx.now.getTime() + TICKET_MINUTES * 60_000);
  const id = await ctx.db.transaction(async (tx) => {
    await lockAccount(tx, ctx.actor.id);
    await replaceSurplus({ ...ctx, db: tx }, ctx.actor.id);
    const [owner] = await tx
      .select({ sessionVersion: account.sessionVersion })
      .from(account)
      .where(eq(account.id, ctx.actor.id));
    if (!owner) throw new Error(`account ${ctx.actor.id} is gone`);
    const [ticket] = await tx
      .insert(wechatTicket)
      .values({
        tokenHash: hashToken(state),
        purpose: 'bind',
        accountId: ctx.actor.id,
        sessionVersion: owner.sessionVersion,
        expiresAt,
        createdAt: ctx.now,
      })
      .returning({ id: wechatTicket.id });
    if (!ticket) throw new Error('a ticket was not written');
    return ticket.id;
  });
  // Silent: whoever we know already is not asked again.
  const url = ctx.gateways.wechat.oauthUrl({ redirectPath: OAUTH_PATH, scope: 'snsapi_base', state });
  return { id, url, token: state, expiresAt };
}

async function replaceSurplus({ db }: TxCtx, accountId: number): Promise<void> {
  const surplus = db
    .select({ id: wechatTicket.id })
    .from(wechatTicket)
    .where(and(eq(wechatTicket.accountId, accountId), eq(wechatTicket.status, 'waiting')))
    .orderBy(desc(wechatTicket.id))
    .offset(WAITING_AT_ONCE - 1);
  await db.update(wechatTicket).set({ status: 'replaced' }).where(inArray(wechatTicket.id, surplus));
}
