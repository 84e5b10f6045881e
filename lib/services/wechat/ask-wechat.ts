import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx } from '../ctx';
import { type KnownUser, keepOpenid } from './keep-openid';
import { isOutdated, keepProfile, refreshProfile } from './keep-profile';

export type AskError = 'TICKET_USED' | 'WECHAT_SNAPSHOT' | 'WECHAT_UNAVAILABLE';

interface Asked {
  readonly code: string;
  /** Who the code must be of: they came silently, and WeChat has asked for their name since. Null: whoever comes. */
  readonly knownAs: number | null;
}

export interface KnownPerson extends KnownUser {
  /** We know nothing of them but that they exist. */
  readonly isStranger: boolean;
}

/**
 * Who gave this OAuth code. Silently at first, which tells the openid alone; of somebody who was asked, nickname and
 * avatar are kept as well. Whom they are bound to is not touched.
 */
export async function askWechat(ctx: Ctx, { code, knownAs }: Asked): Promise<Result<KnownPerson, AskError>> {
  const exchanged = await ctx.gateways.wechat.exchangeCode(code);
  // 40029 and 40163: the code is not valid, or was used, as when the page is loaded again.
  if (exchanged.kind === 'refused' && exchanged.refusal.class === 'permanent') return err('TICKET_USED');
  if (exchanged.kind !== 'ok') return err('WECHAT_UNAVAILABLE');
  const grant = exchanged.value;
  if (grant.isSnapshot) return err('WECHAT_SNAPSHOT');
  if (knownAs === null) {
    const user = await keepOpenid(ctx, grant.openid);
    const [kept] = await ctx.db.select().from(wechatUser).where(eq(wechatUser.id, user.id));
    if (kept && isOutdated(kept, ctx.now)) await refreshProfile(ctx, kept);
    return ok({ ...user, isStranger: !kept?.nickname });
  }
  const profile = await ctx.gateways.wechat.profile(grant.accessToken, grant.openid);
  if (profile.kind !== 'ok' || profile.value.openid !== grant.openid) return err('WECHAT_UNAVAILABLE');
  const user = await keepOpenid(ctx, grant.openid);
  if (user.id !== knownAs) return err('TICKET_USED');
  await keepProfile(ctx, user.id, { grant, profile: profile.value });
  return ok({ ...user, isStranger: false });
}
