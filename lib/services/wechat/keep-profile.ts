import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import { clean, cut } from '@/lib/domain/message-text';
import type { OauthGrant, WechatProfile } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_NICKNAME = 64;
/** A nickname and an avatar are believed so long. */
const FRESH_DAYS = 7;
/** How long a refresh token lives, counted from the person's consent. */
const REFRESH_DAYS = 30;

interface Kept {
  readonly id: number;
  readonly openid: string | null;
  readonly profileAt: Date | null;
  readonly refreshToken: string | null;
  readonly refreshableUntil: Date | null;
}

/** Whether WeChat told the profile long ago and may be asked for it without asking the person. */
export const isOutdated = ({ profileAt, refreshToken, refreshableUntil }: Kept, now: Date): boolean =>
  profileAt !== null &&
  profileAt.getTime() < now.getTime() - FRESH_DAYS * DAY_MS &&
  refreshToken !== null &&
  refreshableUntil !== null &&
  refreshableUntil > now;

interface Consent {
  readonly grant: OauthGrant;
  readonly profile: WechatProfile;
}

/** What WeChat says about somebody who has just agreed to it. */
export async function keepProfile(ctx: Ctx, id: number, { grant, profile }: Consent): Promise<void> {
  await ctx.db
    .update(wechatUser)
    .set({
      ...said(profile),
      unionid: profile.unionid ?? grant.unionid,
      profileAt: ctx.now,
      refreshToken: grant.refreshToken,
      refreshableUntil: new Date(ctx.now.getTime() + REFRESH_DAYS * DAY_MS),
    })
    .where(eq(wechatUser.id, id));
}

/** Brings an old profile up to date. A failure changes nothing but that a token nobody takes is forgotten. */
export async function refreshProfile(ctx: Ctx, user: Kept): Promise<void> {
  if (user.refreshToken === null || user.openid === null) return;
  const own = eq(wechatUser.id, user.id);
  const grant = await ctx.gateways.wechat.refreshGrant(user.refreshToken);
  if (grant.kind === 'refused' && grant.refusal.class === 'permanent') {
    await ctx.db.update(wechatUser).set({ refreshToken: null, refreshableUntil: null }).where(own);
  }
  if (grant.kind !== 'ok' || grant.value.openid !== user.openid) return;
  const profile = await ctx.gateways.wechat.profile(grant.value.accessToken, user.openid);
  if (profile.kind !== 'ok' || profile.value.openid !== user.openid) return;
  const { refreshToken } = grant.value;
  await ctx.db
    .update(wechatUser)
    .set({ ...said(profile.value), profileAt: ctx.now, refreshToken })
    .where(own);
}

const said = ({ nickname, avatarUrl }: WechatProfile) => ({
  nickname: cut(clean(nickname), MAX_NICKNAME),
  avatarUrl,
});
