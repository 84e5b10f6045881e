import { eq } from 'drizzle-orm';
import { readInviteOffer } from '@/db/queries/invite-rule';
import { findInviter } from '@/db/queries/inviter';
import { wechatUser } from '@/db/schema';
import { readInviteCode } from '@/lib/domain/invite-code';
import { welcomeWords } from '@/lib/domain/invite-words';
import { makeWechatAccount } from '../account/make-wechat-account';
import type { TxCtx } from '../ctx';
import { attributeInvite } from './attribute-invite';

interface InvitedFollow {
  readonly code: string;
  readonly wechatUserId: number;
}

/**
 * Someone follows through an invitation's QR: a new person has an account at once, brought by the owner of the code.
 * Tells what to answer; null: an unknown code, or a person who is or was a student, for whom nothing changes.
 */
export async function followByInvite(ctx: TxCtx, { code, wechatUserId }: InvitedFollow): Promise<string | null> {
  const known = readInviteCode(code);
  const inviter = known && (await findInviter(ctx.db, known));
  if (!known || !inviter) return null;
  const [person] = await ctx.db.select().from(wechatUser).where(eq(wechatUser.id, wechatUserId)).for('no key update');
  if (!person || person.accountId !== null || person.firstBoundAt !== null) return null;
  const { accountId } = await makeWechatAccount(ctx, { wechatUserId, nickname: person.nickname });
  if (!(await attributeInvite(ctx, { inviteeId: accountId, code: known, channel: 'qr', wechatUserId }))) {
    throw new Error(`WeChat user ${wechatUserId} is new and yet not brought by anyone`);
  }
  const accountUrl = ctx.gateways.wechat.pageUrl('/account');
  return welcomeWords({ inviter: inviter.nickname, offer: await readInviteOffer(ctx.db), accountUrl });
}
