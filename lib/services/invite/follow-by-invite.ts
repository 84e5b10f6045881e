import { eq } from 'drizzle-orm';
import { readInviteOffer } from '@/db/queries/invite-rule';
import { findInviter } from '@/db/queries/inviter';
import { wechatUser } from '@/db/schema';
import { readInviteCode } from '@/lib/domain/invite-code';
import { welcomeBackWords, welcomeWords } from '@/lib/domain/invite-words';
import { accountOfWechat } from '../account/account-of-wechat';
import { makeWechatAccount } from '../account/make-wechat-account';
import type { TxCtx } from '../ctx';
import { attributeInvite } from './attribute-invite';

interface InvitedFollow {
  readonly code: string;
  readonly wechatUserId: number;
}

/**
 * Someone follows through an invitation's QR: a new person has an account at once, brought by the owner of the code;
 * someone who left gets back the account they had. Tells what to answer; null: an unknown code, or nothing changes.
 */
export async function followByInvite(ctx: TxCtx, { code, wechatUserId }: InvitedFollow): Promise<string | null> {
  const known = readInviteCode(code);
  const inviter = known && (await findInviter(ctx.db, known));
  if (!known || !inviter) return null;
  const [seen] = await ctx.db.select().from(wechatUser).where(eq(wechatUser.id, wechatUserId));
  if (!seen || seen.accountId !== null) return null;
  const accountUrl = ctx.gateways.wechat.pageUrl('/account');
  if (seen.firstBoundAt !== null) {
    return (await takeBack(ctx, seen)) ? welcomeBackWords(accountUrl) : null;
  }
  if (!(await bring(ctx, known, wechatUserId))) return null;
  return welcomeWords({ inviter: inviter.nickname, offer: await readInviteOffer(ctx.db), accountUrl });
}

type Person = typeof wechatUser.$inferSelect;

/** Of pushes at the same time, one makes the account. */
async function bring(ctx: TxCtx, code: string, wechatUserId: number): Promise<boolean> {
  const [person] = await ctx.db.select().from(wechatUser).where(eq(wechatUser.id, wechatUserId)).for('no key update');
  if (!person || person.accountId !== null || person.firstBoundAt !== null || person.openid === null) return false;
  const { accountId } = await makeWechatAccount(ctx, { wechatUserId, nickname: person.nickname });
  if (await attributeInvite(ctx, { inviteeId: accountId, code, channel: 'qr', wechatUserId })) return true;
  throw new Error(`WeChat user ${wechatUserId} is new and yet not brought by anyone`);
}

/** The account this person came into being with, unless it is bound to another WeChat by now, or disabled. */
async function takeBack(ctx: TxCtx, { id, madeAccountId }: Person): Promise<boolean> {
  if (madeAccountId === null) return false;
  const [held] = await ctx.db
    .select({ id: wechatUser.id })
    .from(wechatUser)
    .where(eq(wechatUser.accountId, madeAccountId));
  if (held) return false;
  return (await accountOfWechat(ctx, id)).ok;
}
