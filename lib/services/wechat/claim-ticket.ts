import { and, eq, gt } from 'drizzle-orm';
import { wechatTicket } from '@/db/schema';
import type { Ctx } from '../ctx';
import type { FoundTicket } from './find-ticket';
import { hashToken, newToken } from './ticket-token';

interface TicketClaim {
  readonly status: 'scanned' | 'confirmed' | 'refused' | 'taken';
  readonly wechatUserId?: number;
  readonly confirmHash?: string;
}

/** Takes a waiting ticket on, by the state it travels in: of two phones, and of two states, one goes on. */
export async function claimTicket(ctx: Ctx, ticket: FoundTicket, state: string, set: TicketClaim): Promise<boolean> {
  const claimed = await ctx.db
    .update(wechatTicket)
    .set(set)
    .where(isStillWaiting(ctx, ticket, state))
    .returning({ id: wechatTicket.id });
  return claimed.length > 0;
}

/** Remembers who came, and gives the ticket another state, which only their phone is told. Null: someone was quicker. */
export async function rotateState(
  ctx: Ctx,
  ticket: FoundTicket,
  state: string,
  wechatUserId: number,
): Promise<string | null> {
  const next = newToken();
  const rotated = await ctx.db
    .update(wechatTicket)
    .set({ tokenHash: hashToken(next), wechatUserId })
    .where(isStillWaiting(ctx, ticket, state))
    .returning({ id: wechatTicket.id });
  return rotated.length > 0 ? next : null;
}

const isStillWaiting = ({ now }: Ctx, ticket: FoundTicket, state: string) =>
  and(
    eq(wechatTicket.id, ticket.id),
    eq(wechatTicket.tokenHash, hashToken(state)),
    eq(wechatTicket.status, 'waiting'),
    gt(wechatTicket.expiresAt, now),
  );
