import 'server-only';
import { and, count, desc, eq, gte, isNull, sql, sum } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { readInviteRule } from '@/db/queries/invite-rule';
import { account, coupon, couponFamily, invite, inviteRule, wechatEvent, wechatQrcode } from '@/db/schema';
import type { RewardKind } from '@/lib/domain/invite';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { hasPaid } from '../invites';
import { adminDb } from './admin-db';
import { auditOf } from './audit';

/** What became of the invitations of a time: of those who joined in it, how many have paid and were rewarded since. */
export interface InviteFunnel {
  readonly scans: number;
  readonly follows: number;
  readonly accounts: number;
  readonly paid: number;
  readonly rewarded: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const startOf = (days: number | null, now: Date): Date | null =>
  days === null ? null : new Date(now.getTime() - days * DAY_MS);

/** `days`: of the last so many; null: of all time. */
export async function getInviteFunnel(days: number | null, now = new Date()): Promise<InviteFunnel> {
  return readInviteFunnel(await adminDb(), startOf(days, now));
}

async function readInviteFunnel(db: Db, since: Date | null): Promise<InviteFunnel> {
  const [seen, [joined]] = await Promise.all([
    since === null ? scansOfAll(db) : scansSince(db, since),
    db
      .select({
        accounts: count(),
        paid: count(sql`case when ${hasPaid} or ${invite.rewardedAt} is not null then 1 end`),
        rewarded: count(invite.rewardedAt),
      })
      .from(invite)
      .where(since === null ? undefined : gte(invite.createdAt, since)),
  ]);
  return { ...seen, accounts: joined?.accounts ?? 0, paid: joined?.paid ?? 0, rewarded: joined?.rewarded ?? 0 };
}

type Seen = Pick<InviteFunnel, 'scans' | 'follows'>;

/** Counted by the codes themselves. */
async function scansOfAll(db: Db): Promise<Seen> {
  const [row] = await db
    .select({ scans: sum(wechatQrcode.scans).mapWith(Number), follows: sum(wechatQrcode.follows).mapWith(Number) })
    .from(wechatQrcode)
    .where(eq(wechatQrcode.action, 'invite'));
  return { scans: row?.scans ?? 0, follows: row?.follows ?? 0 };
}

/** Out of what WeChat told, which is kept for 90 days, and no longer than a person stays. */
async function scansSince(db: Db, since: Date): Promise<Seen> {
  const key = sql`${wechatEvent.content} ->> 'EventKey'`;
  const [row] = await db
    .select({
      scans: count(),
      follows: count(sql`case when ${key} like 'qrscene\\_%' then 1 end`),
    })
    .from(wechatEvent)
    .where(and(gte(wechatEvent.receivedAt, since), sql`${key} ~ '^(qrscene_)?i_'`));
  return { scans: row?.scans ?? 0, follows: row?.follows ?? 0 };
}

export interface Leader {
  readonly id: number;
  readonly username: string;
  readonly nickname: string;
  readonly joined: number;
  readonly paid: number;
  readonly rewarded: number;
}

const MOST_LEADERS = 20;

/** Who brought most in the last `days` days; null: of all time. */
export async function listLeaders(days: number | null, now = new Date()): Promise<Leader[]> {
  const db = await adminDb();
  const since = startOf(days, now);
  return db
    .select({
      id: account.id,
      username: account.username,
      nickname: account.nickname,
      joined: count(),
      paid: count(sql`case when ${hasPaid} or ${invite.rewardedAt} is not null then 1 end`),
      rewarded: count(invite.rewardedAt),
    })
    .from(invite)
    .innerJoin(account, eq(account.id, invite.inviterId))
    .where(since === null ? undefined : gte(invite.createdAt, since))
    .groupBy(account.id)
    .orderBy(desc(count()), desc(count(invite.rewardedAt)), account.id)
    .limit(MOST_LEADERS);
}

export interface CouponChoice {
  readonly familyId: number;
  readonly name: string;
  /** Whether it can be given now. */
  readonly isGrantable: boolean;
}

interface SideForm {
  readonly kind: RewardKind;
  readonly beli: number | null;
  readonly familyId: number | null;
}

export interface RuleForm {
  readonly isActive: boolean;
  readonly inviter: SideForm;
  readonly invitee: SideForm;
}

const NO_SIDE: SideForm = { kind: 'none', beli: null, familyId: null };

/** The rule with what can be chosen for it, and who changed it last. */
export async function getInviteRuleForm(now = new Date()) {
  const db = await adminDb();
  const [rule, [row], coupons, audit] = await Promise.all([
    readInviteRule(db),
    db.select().from(inviteRule),
    readCouponChoices(db, now),
    auditOf(db, 'invite-rule', 1, 10),
  ]);
  const familyOf = (couponId: number | null | undefined) =>
    coupons.find((choice) => choice.couponId === couponId)?.familyId ?? null;
  const form: RuleForm = {
    isActive: row?.isActive ?? false,
    inviter: row
      ? { kind: row.inviterKind, beli: row.inviterBeli, familyId: familyOf(rule?.inviterCouponId) }
      : NO_SIDE,
    invitee: row
      ? { kind: row.inviteeKind, beli: row.inviteeBeli, familyId: familyOf(rule?.inviteeCouponId) }
      : NO_SIDE,
  };
  const used = [form.inviter.familyId, form.invitee.familyId];
  const choices: CouponChoice[] = coupons
    .filter(({ isGrantable, familyId }) => isGrantable || used.includes(familyId))
    .map(({ familyId, name, isGrantable }) => ({ familyId, name, isGrantable }));
  return { form, choices, audit };
}

function readCouponChoices(db: Db, now: Date) {
  return db
    .select({
      familyId: coupon.familyId,
      couponId: coupon.id,
      name: coupon.name,
      // The window for claiming says nothing about what the school gives.
      isGrantable: sql<boolean>`(${coupon.stoppedAt} is null
        and (${coupon.validUntil} is null or ${coupon.validUntil} >= ${shanghaiDay(now)})
        and (${couponFamily.quantity} is null or ${couponFamily.claimed} < ${couponFamily.quantity}))`,
    })
    .from(coupon)
    .innerJoin(couponFamily, eq(couponFamily.id, coupon.familyId))
    .where(isNull(coupon.supersededAt))
    .orderBy(desc(coupon.familyId));
}
