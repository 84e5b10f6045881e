import { and, eq, type SQL } from 'drizzle-orm';
import type { Db, Transaction } from '@/db/client';
import { account, wechatTicket, wechatUser } from '@/db/schema';
import type { TicketStatus } from '@/lib/domain/wechat-ticket';
import type { Ctx } from '../ctx';
import { hashToken } from './ticket-token';

export interface FoundTicket {
  readonly id: number;
  readonly accountId: number;
  readonly username: string;
  readonly status: TicketStatus;
  /** Who scanned it. */
  readonly wechatUserId: number | null;
  readonly nickname: string | null;
  /** Its time is over, or its account was disabled or ended all sessions since. */
  readonly isExpired: boolean;
}

/** The secret with which the phone that scanned a ticket answers. */
export interface ConfirmSecret {
  readonly ticketId: number;
  readonly confirm: string;
}

/** The ticket whose QR holds this OAuth state. */
export const findByState = (ctx: Ctx, state: string): Promise<FoundTicket | null> =>
  find(ctx.db, ctx.now, eq(wechatTicket.tokenHash, hashToken(state)));

/** The ticket this phone scanned. */
export const findByConfirm = (ctx: Ctx, secret: ConfirmSecret): Promise<FoundTicket | null> =>
  find(ctx.db, ctx.now, holds(secret));

/** The same, kept from changing until the transaction ends. The caller has locked the account. */
export async function lockByConfirm(tx: Transaction, now: Date, secret: ConfirmSecret): Promise<FoundTicket | null> {
  await tx.select({ id: wechatTicket.id }).from(wechatTicket).where(holds(secret)).for('no key update');
  return find(tx, now, holds(secret));
}

const holds = ({ ticketId, confirm }: ConfirmSecret): SQL | undefined =>
  and(eq(wechatTicket.id, ticketId), eq(wechatTicket.confirmHash, hashToken(confirm)));

async function find(db: Db, now: Date, where: SQL | undefined): Promise<FoundTicket | null> {
  const [row] = await db
    .select({ ticket: wechatTicket, owner: account, nickname: wechatUser.nickname })
    .from(wechatTicket)
    .innerJoin(account, eq(account.id, wechatTicket.accountId))
    .leftJoin(wechatUser, eq(wechatUser.id, wechatTicket.wechatUserId))
    .where(where);
  if (!row) return null;
  const { ticket, owner, nickname } = row;
  const isRevoked = owner.disabledAt !== null || owner.sessionVersion !== ticket.sessionVersion;
  return {
    id: ticket.id,
    accountId: ticket.accountId,
    username: owner.username,
    status: ticket.status,
    wechatUserId: ticket.wechatUserId,
    nickname,
    isExpired: isRevoked || ticket.expiresAt <= now,
  };
}
