import { eq } from 'drizzle-orm';
import type { Database, Db } from '@/db/client';
import { invite, inviteRule, wechatUser } from '@/db/schema';
import { beli } from '@/lib/domain/money';
import { inviteCodeOf } from '@/lib/services/invite/invite-code';
import { mintAccount, only, unique } from './factories';
import { systemCtx } from './payment-factories';
import { mintPaidOrder } from './refund-factories';

/** A student with a code to invite with. */
export async function mintInviter(db: Db) {
  const inviter = await mintAccount(db);
  return { ...inviter, code: await inviteCodeOf(systemCtx(db), inviter.id) };
}

/** Someone who follows the official account and is no student. */
export async function mintFollower(db: Db): Promise<{ readonly id: number; readonly openid: string }> {
  const openid = unique('o');
  const values = { appId: 'wx0123456789abcdef', openid, nickname: '索隆', followedAt: new Date() };
  return { openid, id: only(await db.insert(wechatUser).values(values).returning()).id };
}

export const readInvites = (db: Db, inviterId: number) =>
  db.select().from(invite).where(eq(invite.inviterId, inviterId)).orderBy(invite.id);

type RuleColumns = Partial<typeof inviteRule.$inferInsert>;

/** The rule: 50 贝里 for the inviter and 30 for the invitee, unless told otherwise. */
export async function setRule(db: Db, columns: RuleColumns = {}): Promise<void> {
  const values = {
    isActive: true,
    inviterKind: 'beli',
    inviterBeli: beli(50),
    inviterCouponId: null,
    inviteeKind: 'beli',
    inviteeBeli: beli(30),
    inviteeCouponId: null,
    updatedAt: new Date(),
    ...columns,
  } as const;
  await db.insert(inviteRule).values(values).onConflictDoUpdate({ target: inviteRule.id, set: values });
}

/** An invitation whose invitee paid, with money, at `paidAt`. */
export async function mintPaidInvite(db: Database, paidAt: Date) {
  const inviter = await mintAccount(db);
  const paid = await mintPaidOrder(db, { now: paidAt });
  const values = { inviterId: inviter.id, inviteeId: paid.student.id, channel: 'link', createdAt: paidAt } as const;
  const row = only(await db.insert(invite).values(values).returning());
  return { inviter, invitee: paid.student, paid, id: row.id };
}
