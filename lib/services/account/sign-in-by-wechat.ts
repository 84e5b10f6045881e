import { and, eq, gt } from 'drizzle-orm';
import { wechatTicket } from '@/db/schema';
import { err, ok, type Result } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { attributeInvite } from '../invite/attribute-invite';
import { hashToken } from '../wechat/ticket-token';
import { accountOfWechat } from './account-of-wechat';
import type { SignedIn } from './sign-in';

export type WechatSignInError = 'TICKET_USED' | 'ACCOUNT_DISABLED' | 'CONFLICT';

export interface WechatSignInInput {
  /** Of the browser that began to sign in. */
  readonly browserSecret: string;
  /** Of the invitation this browser came by, if any; counts when the account is new. */
  readonly inviteCode: string | null;
}

/**
 * Uses up a ticket that was confirmed: signs in to the person's account, which is made if they have none. Of two
 * requests with one secret, one does. TICKET_USED: used, not confirmed, or its time is over.
 */
export async function signInByWechat(ctx: Ctx, input: WechatSignInInput): Promise<Result<SignedIn, WechatSignInError>> {
  return ctx.db.transaction(async (tx) => {
    const inTx = { ...ctx, db: tx };
    // A sign-in's ticket is locked before the account: nothing that holds an account ever waits for one.
    const wechatUserId = await useTicket(inTx, input.browserSecret);
    if (wechatUserId === null) return err('TICKET_USED');
    const found = await accountOfWechat(inTx, wechatUserId);
    if (!found.ok) return found;
    const { accountId, sessionVersion, isNew } = found.value;
    if (isNew && input.inviteCode !== null) {
      await attributeInvite(inTx, { inviteeId: accountId, code: input.inviteCode, channel: 'link', wechatUserId });
    }
    return ok({ accountId, sessionVersion });
  });
}

async function useTicket({ db, now }: TxCtx, browserSecret: string): Promise<number | null> {
  const [used] = await db
    .update(wechatTicket)
    .set({ status: 'used' })
    .where(
      and(
        eq(wechatTicket.browserHash, hashToken(browserSecret)),
        eq(wechatTicket.status, 'confirmed'),
        gt(wechatTicket.expiresAt, now),
      ),
    )
    .returning({ wechatUserId: wechatTicket.wechatUserId });
  return used?.wechatUserId ?? null;
}
