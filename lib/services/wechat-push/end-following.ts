import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { account, subscribePermit, wechatEvent, wechatTicket, wechatUser } from '@/db/schema';
import { nicknameFrom } from '@/lib/domain/profile';
import type { TxCtx } from '../ctx';
import { lockAccount } from '../lock-account';
import { cancelQueued } from '../message/cancel-queued';

/**
 * Somebody no longer follows: what is personal goes, for good; an HMAC of the openid stays, by which they are known when
 * they come back. Their binding ends, and what is queued for them is not sent. Once for each event, and not at all when
 * they have followed again since: an older event undoes nothing newer.
 */
export async function endFollowing(ctx: TxCtx, eventId: number): Promise<void> {
  const [event] = await ctx.db
    .update(wechatEvent)
    .set({ handledAt: ctx.now })
    .where(and(eq(wechatEvent.id, eventId), isNull(wechatEvent.handledAt)))
    .returning({ wechatUserId: wechatEvent.wechatUserId, happenedAt: wechatEvent.happenedAt });
  if (!event?.wechatUserId) return;
  if (await hasReturned(ctx, event.wechatUserId, event.happenedAt)) return;
  const user = await endBinding(ctx, event.wechatUserId);
  if (!user?.openid) return;
  await forgetName(ctx, user);
  await ctx.db
    .update(wechatUser)
    .set({
      openid: null,
      openidHash: ctx.gateways.wechat.hashOpenid(user.openid),
      unionid: null,
      nickname: '',
      avatarUrl: null,
      profileAt: null,
      refreshToken: null,
      refreshableUntil: null,
      followedAt: null,
      lastWroteAt: null,
      lastActedAt: null,
      accountId: null,
      boundAt: null,
    })
    .where(eq(wechatUser.id, event.wechatUserId));
  await ctx.db.delete(subscribePermit).where(eq(subscribePermit.wechatUserId, event.wechatUserId));
  // What is still to be handled loses its content afterwards.
  await ctx.db
    .update(wechatEvent)
    .set({ content: null, reply: null })
    .where(and(eq(wechatEvent.wechatUserId, event.wechatUserId), isNotNull(wechatEvent.handledAt)));
}

/** Only who is there can have done one of these. */
const SIGNS_OF_LIFE = ['subscribe', 'SCAN', 'CLICK', 'VIEW'];

async function hasReturned({ db }: TxCtx, wechatUserId: number, since: Date): Promise<boolean> {
  const isAlive = or(ne(wechatEvent.type, 'event'), inArray(wechatEvent.event, SIGNS_OF_LIFE));
  const [later] = await db
    .select({ id: wechatEvent.id })
    .from(wechatEvent)
    .where(and(eq(wechatEvent.wechatUserId, wechatUserId), gt(wechatEvent.happenedAt, since), isAlive))
    .limit(1);
  return later !== undefined;
}

/** Locks account, tickets, WeChat; who they were. */
async function endBinding(ctx: TxCtx, wechatUserId: number) {
  const [bound] = await ctx.db
    .select({ accountId: wechatUser.accountId })
    .from(wechatUser)
    .where(eq(wechatUser.id, wechatUserId));
  if (bound?.accountId) await lockAccount(ctx.db, bound.accountId);
  await endTickets(ctx, wechatUserId);
  const [user] = await ctx.db.select().from(wechatUser).where(eq(wechatUser.id, wechatUserId)).for('no key update');
  // Bound to another account meanwhile: the queue tries again.
  if (user?.accountId && user.accountId !== bound?.accountId) throw new Error(`WeChat user ${wechatUserId} was bound`);
  if (user?.accountId) await cancelQueued(ctx, user.accountId, '已取消关注公众号');
  return user;
}

/** An account that came by WeChat is called as they are there, until its owner chooses a name: that goes as well. */
async function forgetName(
  { db }: TxCtx,
  { accountId, madeAccountId, nickname }: typeof wechatUser.$inferSelect,
): Promise<void> {
  if (accountId === null || accountId !== madeAccountId) return;
  await db
    .update(account)
    .set({ nickname: nicknameFrom('') })
    .where(and(eq(account.id, accountId), eq(account.nickname, nicknameFrom(nickname))));
}

/** What they scanned and have not confirmed yet can no longer be. */
async function endTickets({ db }: TxCtx, wechatUserId: number): Promise<void> {
  const open = and(eq(wechatTicket.wechatUserId, wechatUserId), inArray(wechatTicket.status, ['scanned', 'confirmed']));
  await db
    .select({ id: wechatTicket.id })
    .from(wechatTicket)
    .where(open)
    .orderBy(asc(wechatTicket.id))
    .for('no key update');
  await db.update(wechatTicket).set({ status: 'replaced' }).where(open);
}
