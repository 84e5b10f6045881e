import 'server-only';
import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { wechatTicket, wechatUser } from '@/db/schema';
import { getViewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import { newsOf, type TicketNews } from '@/lib/domain/wechat-ticket';

export interface Binding {
  /** Null: not bound. */
  readonly bound: {
    readonly nickname: string;
    readonly boundAt: Date;
    /** Following the official account, as far as we know: without it nothing arrives. */
    readonly isFollowing: boolean;
  } | null;
  /** The newest of the last minutes that a phone has scanned, and what became of it. */
  readonly ticket: (TicketNews & { readonly id: number }) | null;
}

/** What an account has of WeChat. */
export async function findBinding(db: Db, accountId: number, now: Date): Promise<Binding> {
  const [[bound], [ticket]] = await Promise.all([
    db
      .select({ nickname: wechatUser.nickname, boundAt: wechatUser.boundAt, followedAt: wechatUser.followedAt })
      .from(wechatUser)
      .where(eq(wechatUser.accountId, accountId)),
    tickets(db)
      .where(and(eq(wechatTicket.accountId, accountId), gt(wechatTicket.expiresAt, now), isTold))
      .orderBy(desc(wechatTicket.id))
      .limit(1),
  ]);
  return {
    bound: bound?.boundAt
      ? { nickname: bound.nickname, boundAt: bound.boundAt, isFollowing: bound.followedAt !== null }
      : null,
    ticket: ticket ? { id: ticket.id, ...told(ticket, now) } : null,
  };
}

/** What became of an account's own ticket; undefined when it has no such ticket. */
export async function findTicketNews(
  db: Db,
  accountId: number,
  id: number,
  now: Date,
): Promise<TicketNews | undefined> {
  const [ticket] = await tickets(db).where(and(eq(wechatTicket.id, id), eq(wechatTicket.accountId, accountId)));
  return ticket && told(ticket, now);
}

/** The same for the viewer; the page that shows a ticket asks again and again. */
export async function getTicketNews(id: number): Promise<TicketNews | 'UNAUTHENTICATED' | 'NOT_FOUND'> {
  const viewer = await getViewer();
  if (!viewer) return 'UNAUTHENTICATED';
  return (await findTicketNews(database(), viewer.id, id, new Date())) ?? 'NOT_FOUND';
}

type Ticket = Awaited<ReturnType<typeof tickets>>[number];

const told = (ticket: Ticket, now: Date): TicketNews => newsOf({ ...ticket, isExpired: ticket.expiresAt <= now });

const isTold = inArray(wechatTicket.status, ['scanned', 'refused', 'taken']);

const tickets = (db: Db) =>
  db
    .select({
      id: wechatTicket.id,
      status: wechatTicket.status,
      expiresAt: wechatTicket.expiresAt,
      wechatUserId: wechatTicket.wechatUserId,
      nickname: wechatUser.nickname,
    })
    .from(wechatTicket)
    .leftJoin(wechatUser, eq(wechatUser.id, wechatTicket.wechatUserId))
    .$dynamic();
