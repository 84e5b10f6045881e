import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import { clean, cut } from '@/lib/domain/message-text';
import { err, ok, type Result } from '@/lib/errors';
import type { OauthGrant, WechatProfile } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';
import { type KnownUser, keepOpenid } from './keep-openid';

export type AskError = 'TICKET_USED' | 'WECHAT_SNAPSHOT' | 'WECHAT_UNAVAILABLE';

interface Person {
  readonly grant: OauthGrant;
  readonly profile: WechatProfile;
}

/** Who gave this OAuth code. */
export async function askWechat(ctx: Ctx, code: string): Promise<Result<Person, AskError>> {
  const grant = await ctx.gateways.wechat.exchangeCode(code);
  // 40029 and 40163: the code is not valid, or was used, as when the page is loaded again.
  if (grant.kind === 'refused' && grant.refusal.class === 'permanent') return err('TICKET_USED');
  if (grant.kind !== 'ok') return err('WECHAT_UNAVAILABLE');
  if (grant.value.isSnapshot) return err('WECHAT_SNAPSHOT');
  const profile = await ctx.gateways.wechat.profile(grant.value.accessToken, grant.value.openid);
  if (profile.kind !== 'ok' || profile.value.openid !== grant.value.openid) return err('WECHAT_UNAVAILABLE');
  return ok({ grant: grant.value, profile: profile.value });
}

const MAX_NICKNAME = 64;

/** What WeChat says about the person is kept up to date; whom they are bound to is not touched. */
export async function keepUser(ctx: Ctx, { grant, profile }: Person): Promise<KnownUser> {
  const said = {
    nickname: cut(clean(profile.nickname), MAX_NICKNAME),
    avatarUrl: profile.avatarUrl,
    unionid: profile.unionid ?? grant.unionid,
  };
  const user = await keepOpenid(ctx, grant.openid);
  await ctx.db
    .update(wechatUser)
    .set({ ...said, profileAt: ctx.now })
    .where(eq(wechatUser.id, user.id));
  return user;
}
