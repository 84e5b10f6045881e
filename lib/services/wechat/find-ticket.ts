import { and, eq, type SQL } from 'drizzle-orm';
import type { Db, Transaction } from '@/db/client';
import { account, wechatTicket, wechatUser } from '@/db/schema';
import type { TicketStatus } from '@/lib/domain/wechat-ticket';
import type { Ctx } from '../ctx';
import { hashToken } from './ticket-token';

interface AnyTicket {
  readonly id: number;
  readonly status: TicketStatus;
  /** Who scanned it. While it waits: who came silently and is being asked for their name. */
  readonly wechatUserId: number | null;
  readonly nickname: string | null;
  /** Its time is over, or its account was disabled or ended all sessions since. */
  readonly isExpired: boolean;
}

/** This account and that WeChat. */
export interface BindTicket extends AnyTicket {
  readonly purpose: 'bind';
  readonly accountId: number;
  readonly username: string;
}

/** That WeChat, in the browser whose secret has this hash. */
export interface LoginTicket extends AnyTicket {
  readonly purpose: 'login';
  readonly browserHash: string;
}

export type FoundTicket = BindTicket | LoginTicket;

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

/** The ticket this browser began. */
export async function findByBrowser(ctx: Ctx, browserSecret: string): Promise<LoginTicket | null> {
  const ticket = await find(ctx.db, ctx.now, eq(wechatTicket.browserHash, hashToken(browserSecret)));
  return ticket?.purpose === 'login' ? ticket : null;
}

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
    .leftJoin(account, eq(account.id, wechatTicket.accountId))
    .leftJoin(wechatUser, eq(wechatUser.id, wechatTicket.wechatUserId))
    .where(where);
  if (!row) return null;
  const { ticket, owner, nickname } = row;
  const { id, status, wechatUserId, browserHash } = ticket;
  const isRevoked = owner !== null && (owner.disabledAt !== null || owner.sessionVersion !== ticket.sessionVersion);
  const common = { id, status, wechatUserId, nickname, isExpired: isRevoked || ticket.expiresAt <= now };
  if (owner) return { ...common, purpose: 'bind', accountId: owner.id, username: owner.username };
  // The table's check: a ticket that is nobody's has a browser.
  if (browserHash === null) throw new Error(`ticket ${id} has neither an account nor a browser`);
  return { ...common, purpose: 'login', browserHash };
}
