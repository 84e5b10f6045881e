import { and, eq, gt } from 'drizzle-orm';
import { wechatTicket, wechatUser } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { OauthGrant, WechatProfile } from '@/lib/gateways/wechat/gateway';
import type { Ctx } from '../ctx';
import { type FoundTicket, findTicket } from './find-ticket';
import { hashToken, newToken } from './ticket-token';

/** What WeChat's OAuth brings back; without a code the person refused. */
export interface ScanInput {
  readonly state: string;
  readonly code: string | null;
}

export type ScanError =
  | 'TICKET_FORGED'
  | 'TICKET_EXPIRED'
  | 'TICKET_USED'
  | 'BINDING_REFUSED'
  | 'BINDING_TAKEN'
  | 'WECHAT_SNAPSHOT'
  | 'WECHAT_UNAVAILABLE';

/**
 * The phone came back from WeChat with a ticket. The ticket is checked before WeChat is asked and claimed after, by a
 * conditional UPDATE: of two phones, one goes on. The value is the secret with which this phone may confirm.
 */
export async function receiveScan(ctx: Ctx, input: ScanInput): Promise<Result<{ confirm: string }, ScanError>> {
  const ticket = await findTicket(ctx, 'state', input.state);
  const problem = problemOf(ticket);
  if (!ticket || problem) return err(problem ?? 'TICKET_FORGED');
  if (input.code === null) return refuse(ctx, ticket);

  const person = await askWechat(ctx, input.code);
  if (!person.ok) return person;
  const user = await keepUser(ctx, person.value);
  const isTaken = await isTakenElsewhere(ctx, ticket, user);
  if (isTaken) {
    await claim(ctx, ticket, { status: 'taken', wechatUserId: user.id });
    return err('BINDING_TAKEN');
  }
  const confirm = newToken();
  const claimed = await claim(ctx, ticket, {
    status: 'scanned',
    wechatUserId: user.id,
    confirmHash: hashToken(confirm),
  });
  return claimed ? ok({ confirm }) : err('TICKET_USED');
}

function problemOf(ticket: FoundTicket | null): ScanError | null {
  if (!ticket) return 'TICKET_FORGED';
  if (ticket.status !== 'waiting') return 'TICKET_USED';
  return ticket.isExpired ? 'TICKET_EXPIRED' : null;
}

async function refuse(ctx: Ctx, ticket: FoundTicket): Promise<Result<never, ScanError>> {
  return err((await claim(ctx, ticket, { status: 'refused' })) ? 'BINDING_REFUSED' : 'TICKET_USED');
}

async function claim(
  ctx: Ctx,
  ticket: FoundTicket,
  set: { status: 'scanned' | 'refused' | 'taken'; wechatUserId?: number; confirmHash?: string },
): Promise<boolean> {
  const claimed = await ctx.db
    .update(wechatTicket)
    .set(set)
    .where(
      and(eq(wechatTicket.id, ticket.id), eq(wechatTicket.status, 'waiting'), gt(wechatTicket.expiresAt, ctx.now)),
    )
    .returning({ id: wechatTicket.id });
  return claimed.length > 0;
}

interface Person {
  readonly grant: OauthGrant;
  readonly profile: WechatProfile;
}

async function askWechat(ctx: Ctx, code: string): Promise<Result<Person, ScanError>> {
  const grant = await ctx.gateways.wechat.exchangeCode(code);
  // 40029 and 40163: the code is not valid, or was used, as when the page is loaded again.
  if (grant.kind === 'refused' && grant.refusal.class === 'permanent') return err('TICKET_USED');
  if (grant.kind !== 'ok') return err('WECHAT_UNAVAILABLE');
  if (grant.value.isSnapshot) return err('WECHAT_SNAPSHOT');
  const profile = await ctx.gateways.wechat.profile(grant.value.accessToken, grant.value.openid);
  if (profile.kind !== 'ok' || profile.value.openid !== grant.value.openid) return err('WECHAT_UNAVAILABLE');
  return ok({ grant: grant.value, profile: profile.value });
}

interface KnownUser {
  readonly id: number;
  readonly accountId: number | null;
}

/** What WeChat says about the person is kept up to date; whom they are bound to is not touched. */
async function keepUser(ctx: Ctx, { grant, profile }: Person): Promise<KnownUser> {
  const said = {
    nickname: profile.nickname,
    avatarUrl: profile.avatarUrl,
    unionid: profile.unionid ?? grant.unionid,
  };
  const [user] = await ctx.db
    .insert(wechatUser)
    .values({ appId: ctx.gateways.wechat.appId, openid: grant.openid, createdAt: ctx.now, ...said })
    .onConflictDoUpdate({ target: [wechatUser.appId, wechatUser.openid], set: said })
    .returning({ id: wechatUser.id, accountId: wechatUser.accountId });
  if (!user) throw new Error('a WeChat user was not written');
  return user;
}

/** This WeChat with another account, or this account with another WeChat. */
async function isTakenElsewhere(ctx: Ctx, ticket: FoundTicket, user: KnownUser): Promise<boolean> {
  if (user.accountId !== null && user.accountId !== ticket.accountId) return true;
  const [bound] = await ctx.db
    .select({ id: wechatUser.id })
    .from(wechatUser)
    .where(eq(wechatUser.accountId, ticket.accountId));
  return bound !== undefined && bound.id !== user.id;
}
