import { eq } from 'drizzle-orm';
import { findInviter } from '@/db/queries/inviter';
import { invite, wechatUser } from '@/db/schema';
import type { InviteChannel } from '@/lib/domain/invite';
import { readInviteCode } from '@/lib/domain/invite-code';
import type { TxCtx } from '../ctx';

export interface Attribution {
  /** An account that this very transaction has made. */
  readonly inviteeId: number;
  /** As it came: it may be nobody's. */
  readonly code: string;
  readonly channel: InviteChannel;
  /** The WeChat it was made for; null: none. */
  readonly wechatUserId: number | null;
}

/**
 * Says for ever who brought a new account. False, and nothing written: an unknown code, oneself, a person who was a
 * student before, or one who has an inviter already. Two unique keys decide between attempts at the same time.
 */
export async function attributeInvite(ctx: TxCtx, input: Attribution): Promise<boolean> {
  const code = readInviteCode(input.code);
  const inviter = code && (await findInviter(ctx.db, code));
  // Ids ascend: whoever brings someone was there before. So there are no circles.
  if (!inviter || inviter.id >= input.inviteeId) return false;
  if (input.wechatUserId !== null && (await wasStudent(ctx, input.wechatUserId))) return false;
  const { inviteeId, channel, wechatUserId } = input;
  const written = await ctx.db
    .insert(invite)
    .values({ inviterId: inviter.id, inviteeId, channel, wechatUserId, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: invite.id });
  return written.length > 0;
}

/** Bound before this transaction, to whichever account. */
async function wasStudent({ db, now }: TxCtx, wechatUserId: number): Promise<boolean> {
  const [person] = await db
    .select({ firstBoundAt: wechatUser.firstBoundAt })
    .from(wechatUser)
    .where(eq(wechatUser.id, wechatUserId));
  return person?.firstBoundAt != null && person.firstBoundAt < now;
}
