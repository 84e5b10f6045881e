import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { INVITE_CHANNELS, REWARD_KINDS, type Reward } from '@/lib/domain/invite';
import { account } from './account';
import { at, beliColumn, createdAt, id, oneOf, reference } from './columns';
import { coupon } from './coupon';
import { order } from './order';
import { wechatUser } from './wechat';

/** The code in an account's invitation link and QR, made when it is first asked for. */
export const inviteCode = pgTable('invite_code', {
  accountId: reference()
    .primaryKey()
    .references(() => account.id),
  code: text().notNull().unique('invite_code_code_key'),
  createdAt: createdAt(),
});

/** Who brought whom: one inviter for each new account, for ever. */
export const invite = pgTable(
  'invite',
  {
    id: id(),
    inviterId: reference()
      .notNull()
      .references(() => account.id),
    inviteeId: reference()
      .notNull()
      .unique('invite_invitee_id_key')
      .references(() => account.id),
    /** Of one that came by WeChat: the same person is not brought twice. */
    wechatUserId: reference()
      .unique('invite_wechat_user_id_key')
      .references(() => wechatUser.id),
    channel: text({ enum: INVITE_CHANNELS }).notNull(),
    /** The payment that made it count, once its time for a refund is over. */
    orderId: reference().references(() => order.id),
    /** What each got; null until then. */
    inviterReward: jsonb().$type<Reward>(),
    inviteeReward: jsonb().$type<Reward>(),
    rewardedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    index('invite_inviter_idx').on(t.inviterId, t.id),
    index('invite_order_idx').on(t.orderId),
    index('invite_created_at_idx').on(t.createdAt),
    index('invite_open_idx').on(t.inviteeId).where(sql`${t.rewardedAt} is null`),
    check('invite_channel_check', oneOf(t.channel, INVITE_CHANNELS)),
    // An account is brought by an older one: nobody by themselves, and no circles.
    check('invite_order_check', sql`${t.inviteeId} > ${t.inviterId}`),
    check(
      'invite_rewarded_check',
      sql`(${t.rewardedAt} is null) = (${t.orderId} is null) and (${t.rewardedAt} is null) = (${t.inviterReward} is null)
        and (${t.rewardedAt} is null) = (${t.inviteeReward} is null)`,
    ),
  ],
);

/** What an invitation that counts earns each side. One row. */
export const inviteRule = pgTable(
  'invite_rule',
  {
    id: integer().primaryKey().default(1),
    isActive: boolean().notNull(),
    inviterKind: text({ enum: REWARD_KINDS }).notNull(),
    inviterBeli: beliColumn(),
    inviterCouponId: reference().references(() => coupon.id),
    inviteeKind: text({ enum: REWARD_KINDS }).notNull(),
    inviteeBeli: beliColumn(),
    inviteeCouponId: reference().references(() => coupon.id),
    updatedAt: at().notNull(),
  },
  (t) => [
    index('invite_rule_inviter_coupon_idx').on(t.inviterCouponId),
    index('invite_rule_invitee_coupon_idx').on(t.inviteeCouponId),
    check('invite_rule_one_check', sql`${t.id} = 1`),
    check('invite_rule_inviter_kind_check', oneOf(t.inviterKind, REWARD_KINDS)),
    check('invite_rule_invitee_kind_check', oneOf(t.inviteeKind, REWARD_KINDS)),
    check(
      'invite_rule_inviter_check',
      sql`(${t.inviterKind} = 'beli') = (${t.inviterBeli} is not null and ${t.inviterBeli} > 0)
        and (${t.inviterKind} = 'coupon') = (${t.inviterCouponId} is not null)`,
    ),
    check(
      'invite_rule_invitee_check',
      sql`(${t.inviteeKind} = 'beli') = (${t.inviteeBeli} is not null and ${t.inviteeBeli} > 0)
        and (${t.inviteeKind} = 'coupon') = (${t.inviteeCouponId} is not null)`,
    ),
  ],
);
