import { eq } from 'drizzle-orm';
import { account, wechatTicket } from '@/db/schema';
import type { TicketStatus } from '@/lib/domain/wechat-ticket';
import type { Ctx } from '../ctx';
import { hashToken } from './ticket-token';

export interface FoundTicket {
  readonly id: number;
  readonly accountId: number;
  readonly username: string;
  readonly status: TicketStatus;
  readonly wechatUserId: number | null;
  readonly isExpired: boolean;
}

/** The ticket a secret stands for: the OAuth state of a QR, or the confirmation held by the phone that scanned it. */
export async function findTicket(ctx: Ctx, secret: 'state' | 'confirm', token: string): Promise<FoundTicket | null> {
  const column = secret === 'state' ? wechatTicket.tokenHash : wechatTicket.confirmHash;
  const [found] = await ctx.db
    .select({
      id: wechatTicket.id,
      accountId: wechatTicket.accountId,
      username: account.username,
      status: wechatTicket.status,
      wechatUserId: wechatTicket.wechatUserId,
      expiresAt: wechatTicket.expiresAt,
    })
    .from(wechatTicket)
    .innerJoin(account, eq(account.id, wechatTicket.accountId))
    .where(eq(column, hashToken(token)));
  if (!found) return null;
  const { expiresAt, ...ticket } = found;
  return { ...ticket, isExpired: expiresAt <= ctx.now };
}
