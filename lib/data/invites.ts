import 'server-only';
import { count, desc, eq, sql, sum } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { readInviteOffer } from '@/db/queries/invite-rule';
import { findInviter } from '@/db/queries/inviter';
import { account, invite, order } from '@/db/schema';
import { database } from '@/lib/context';
import type { InviteChannel, Reward } from '@/lib/domain/invite';
import { readInviteCode } from '@/lib/domain/invite-code';
import type { InviteOffer } from '@/lib/domain/invite-words';
import { maskName } from '@/lib/domain/wechat-ticket';

const PAGE_SIZE = 10;

export interface Invitation {
  readonly code: string;
  readonly inviter: string;
  /** Null: invitations earn nothing at the moment. */
  readonly offer: InviteOffer | null;
}

/** What an invitation says to whoever follows its link; null when the code is nobody's. */
async function findInvitation(db: Db, typed: string): Promise<Invitation | null> {
  const code = readInviteCode(typed);
  const inviter = code && (await findInviter(db, code));
  return inviter ? { code, inviter: inviter.nickname, offer: await readInviteOffer(db) } : null;
}

export const getOffer = (): Promise<InviteOffer | null> => readInviteOffer(database());
export const getInvitation = (typed: string): Promise<Invitation | null> => findInvitation(database(), typed);

/** joined: has not paid yet; paid: the time for a refund is not over; rewarded: counts. */
export type InviteStage = 'joined' | 'paid' | 'rewarded';

export interface InvitedFriend {
  readonly id: number;
  /** Masked: who they are is theirs to tell. */
  readonly name: string;
  readonly channel: InviteChannel;
  readonly joinedAt: Date;
  readonly stage: InviteStage;
  /** What it earned the inviter; null: nothing yet. */
  readonly reward: Reward | null;
}

export interface OwnInvites {
  readonly friends: readonly InvitedFriend[];
  readonly pageCount: number;
  readonly joined: number;
  readonly rewarded: number;
  /** 贝里 and coupons that invitations have earned this account so far. */
  readonly beli: number;
  readonly coupons: number;
  readonly offer: InviteOffer | null;
  /** Who brought this account itself. */
  readonly broughtBy: string | null;
}

/** A page, from 1, of whom an account has brought, newest first, and what that has earned. */
export async function findOwnInvites(db: Db, accountId: number, page: number): Promise<OwnInvites> {
  const [friends, totals, offer, broughtBy] = await Promise.all([
    readFriends(db, accountId, page),
    readTotals(db, accountId),
    readInviteOffer(db),
    readBringer(db, accountId),
  ]);
  return { friends, ...totals, pageCount: Math.ceil(totals.joined / PAGE_SIZE), offer, broughtBy };
}

/** Whether the invitee has an order that is paid with money and not wholly given back. */
export const hasPaid = sql<boolean>`exists (select 1 from ${order} where ${order.accountId} = ${invite.inviteeId}
  and ${order.cashFen} > 0 and ${order.status} in ('paid', 'partially_refunded'))`;

async function readFriends(db: Db, accountId: number, page: number): Promise<InvitedFriend[]> {
  const rows = await db
    .select({
      id: invite.id,
      nickname: account.nickname,
      channel: invite.channel,
      joinedAt: invite.createdAt,
      rewardedAt: invite.rewardedAt,
      reward: invite.inviterReward,
      hasPaid,
    })
    .from(invite)
    .innerJoin(account, eq(account.id, invite.inviteeId))
    .where(eq(invite.inviterId, accountId))
    .orderBy(desc(invite.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return rows.map(({ nickname, rewardedAt, hasPaid: paid, ...row }) => ({
    ...row,
    name: maskName(nickname),
    stage: rewardedAt ? 'rewarded' : paid ? 'paid' : 'joined',
  }));
}

async function readTotals(db: Db, accountId: number) {
  const earned = (kind: Reward['kind']) => sql`${invite.inviterReward} ->> 'kind' = ${kind}`;
  const [row] = await db
    .select({
      joined: count(),
      rewarded: count(invite.rewardedAt),
      beli: sum(sql`case when ${earned('beli')} then (${invite.inviterReward} ->> 'beli')::int end`).mapWith(Number),
      coupons: count(sql`case when ${earned('coupon')} then 1 end`),
    })
    .from(invite)
    .where(eq(invite.inviterId, accountId));
  return { joined: row?.joined ?? 0, rewarded: row?.rewarded ?? 0, beli: row?.beli ?? 0, coupons: row?.coupons ?? 0 };
}

async function readBringer(db: Db, accountId: number): Promise<string | null> {
  const [row] = await db
    .select({ nickname: account.nickname })
    .from(invite)
    .innerJoin(account, eq(account.id, invite.inviterId))
    .where(eq(invite.inviteeId, accountId));
  return row?.nickname ?? null;
}
