import 'server-only';
import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import { wechatTicket, wechatUser } from '@/db/schema';
import { getViewer, type Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/context';
import { newsOf, type TicketNews } from '@/lib/domain/wechat-ticket';

export interface Binding {
  /** Null: not bound. */
  readonly bound: { readonly nickname: string; readonly boundAt: Date } | null;
  /** The newest of the last minutes that a phone has scanned, and what became of it. */
  readonly ticket: (TicketNews & { readonly id: number }) | null;
}

/** What an account has of WeChat. */
export async function getBinding(viewer: Viewer): Promise<Binding> {
  const now = new Date();
  const [[bound], [ticket]] = await Promise.all([
    database()
      .select({ nickname: wechatUser.nickname, boundAt: wechatUser.boundAt })
      .from(wechatUser)
      .where(eq(wechatUser.accountId, viewer.id)),
    tickets()
      .where(and(eq(wechatTicket.accountId, viewer.id), gt(wechatTicket.expiresAt, now), isTold))
      .orderBy(desc(wechatTicket.id))
      .limit(1),
  ]);
  return {
    bound: bound?.boundAt ? { nickname: bound.nickname, boundAt: bound.boundAt } : null,
    ticket: ticket ? { id: ticket.id, ...newsOf(ticket, now) } : null,
  };
}

/** What became of one's own ticket; the page that shows it asks again and again. */
export async function getTicketNews(id: number): Promise<TicketNews | 'UNAUTHENTICATED' | 'NOT_FOUND'> {
  const viewer = await getViewer();
  if (!viewer) return 'UNAUTHENTICATED';
  const [ticket] = await tickets().where(and(eq(wechatTicket.id, id), eq(wechatTicket.accountId, viewer.id)));
  return ticket ? newsOf(ticket, new Date()) : 'NOT_FOUND';
}

const isTold = inArray(wechatTicket.status, ['scanned', 'refused', 'taken']);

const tickets = () =>
  database()
    .select({
      id: wechatTicket.id,
      status: wechatTicket.status,
      expiresAt: wechatTicket.expiresAt,
      nickname: wechatUser.nickname,
    })
    .from(wechatTicket)
    .leftJoin(wechatUser, eq(wechatUser.id, wechatTicket.wechatUserId))
    .$dynamic();
