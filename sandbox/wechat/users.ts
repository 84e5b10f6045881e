import { z } from 'zod';
import type { WechatContext } from './context';
import { newMsgid, newOpenid, randomText } from './ids';
import { scanNews, subscribeNews, textNews, unsubscribeNews } from './push-xml';
import type { User } from './state';

export const nicknameSchema = z.string().trim().min(1).max(32);
/** What a user may write to the account. */
export const sayingSchema = z.string().trim().min(1).max(600);

export interface NewUser {
  readonly nickname: string;
  /** Whether the account is linked to an open platform, which gives the person a unionid. */
  readonly unionid: boolean;
}

export function createUser(ctx: WechatContext, { nickname, unionid }: NewUser): User {
  const { runtime, config, store } = ctx;
  const id = `u${runtime.randomBytes(4).toString('hex')}`;
  const openid = newOpenid(runtime, config.appId);
  const user = { id, nickname, openid, unionid: unionid ? `oU${randomText(runtime, 26)}` : null };
  store.record({ type: 'user.created', at: runtime.now(), user });
  return mustFind(ctx, id);
}

/** By id, or by openid. */
export function findUser(ctx: WechatContext, idOrOpenid: string): User | null {
  const { users, openids } = ctx.store.state;
  return users.get(idOrOpenid) ?? users.get(openids.get(idOrOpenid) ?? '') ?? null;
}

export function findByOpenid(ctx: WechatContext, openid: unknown): User | null {
  if (typeof openid !== 'string') return null;
  return ctx.store.state.users.get(ctx.store.state.openids.get(openid) ?? '') ?? null;
}

/**
 * Does nothing for a user who follows already. `qrKey`: of the parametric QR code that led there, if one did. Resolves
 * when the account has been told once; so do the other things a user does.
 */
export async function follow(ctx: WechatContext, user: User, qrKey: string | null): Promise<void> {
  if (user.followedAt !== null) return;
  const qr = ctx.store.state.qrCodes.get(qrKey ?? '') ?? null;
  ctx.store.record({ type: 'user.followed', at: ctx.runtime.now(), userId: user.id, scene: qr?.scene ?? null });
  await ctx.pusher.push(user, subscribeNews(qr));
}

export async function unfollow(ctx: WechatContext, user: User): Promise<void> {
  if (user.followedAt === null) return;
  ctx.store.record({ type: 'user.unfollowed', at: ctx.runtime.now(), userId: user.id });
  await ctx.pusher.push(user, unsubscribeNews());
}

/** A message to the account; only followers have its chat. False when it could not be sent. */
export async function say(ctx: WechatContext, user: User, text: string): Promise<boolean> {
  if (user.followedAt === null) return false;
  ctx.store.record({ type: 'user.said', at: ctx.runtime.now(), userId: user.id, text });
  await ctx.pusher.push(user, textNews(text, newMsgid(ctx.runtime)));
  return true;
}

/**
 * The user scanned a code of the account, a parametric one if it has a key. That leads a follower into the chat, which
 * is an action the account may answer, and anybody else to the account's card.
 */
export async function scanAccount(
  ctx: WechatContext,
  user: User,
  qrKey: string | null,
): Promise<'chat' | 'card' | 'expired'> {
  if (qrKey === null) return 'card';
  const at = ctx.runtime.now();
  const qr = ctx.store.state.qrCodes.get(qrKey);
  if (qr === undefined || (qr.expiresAt !== null && at >= qr.expiresAt)) return 'expired';
  if (user.followedAt === null) return 'card';
  ctx.store.record({ type: 'user.scanned', at, userId: user.id, scene: qr.scene });
  await ctx.pusher.push(user, scanNews(qr));
  return 'chat';
}

export function markRead(ctx: WechatContext, user: User): void {
  if (user.unread > 0) ctx.store.record({ type: 'user.read', at: ctx.runtime.now(), userId: user.id });
}

function mustFind(ctx: WechatContext, id: string): User {
  const user = findUser(ctx, id);
  if (user === null) throw new Error(`user ${id} was not created`);
  return user;
}
