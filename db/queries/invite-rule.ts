import { aliasedTable, eq, sql } from 'drizzle-orm';
import type { InviteOffer, RewardOffer } from '@/lib/domain/invite-words';
import type { Beli } from '@/lib/domain/money';
import type { Db } from '../client';
import { coupon, inviteRule } from '../schema';

export interface FoundRule extends InviteOffer {
  readonly isActive: boolean;
  /** Of each side's coupon, its version that is given today. */
  readonly inviterCouponId: number | null;
  readonly inviteeCouponId: number | null;
  readonly updatedAt: Date;
}

/** The rule of invitations; null: none was ever made. */
export async function readInviteRule(db: Db): Promise<FoundRule | null> {
  const [inviterCoupon, inviteeCoupon] = [currentCoupon(db, 'inviter_coupon'), currentCoupon(db, 'invitee_coupon')];
  const [row] = await db
    .select({
      rule: inviteRule,
      inviterCoupon: { id: inviterCoupon.id, name: inviterCoupon.name },
      inviteeCoupon: { id: inviteeCoupon.id, name: inviteeCoupon.name },
    })
    .from(inviteRule)
    .leftJoin(inviterCoupon, eq(inviterCoupon.named, inviteRule.inviterCouponId))
    .leftJoin(inviteeCoupon, eq(inviteeCoupon.named, inviteRule.inviteeCouponId));
  if (!row) return null;
  const { rule } = row;
  return {
    isActive: rule.isActive,
    inviter: offerOf(rule.inviterBeli, row.inviterCoupon),
    invitee: offerOf(rule.inviteeBeli, row.inviteeCoupon),
    inviterCouponId: row.inviterCoupon?.id ?? null,
    inviteeCouponId: row.inviteeCoupon?.id ?? null,
    updatedAt: rule.updatedAt,
  };
}

/** What invitations earn now; null: nothing. */
export async function readInviteOffer(db: Db): Promise<InviteOffer | null> {
  const rule = await readInviteRule(db);
  return rule?.isActive ? { inviter: rule.inviter, invitee: rule.invitee } : null;
}

/** By the id of any version of a family, the one in force. */
function currentCoupon(db: Db, alias: string) {
  const named = aliasedTable(coupon, `${alias}_named`);
  return db
    .select({
      named: sql<number>`${named.id}`.as('named'),
      id: sql<number>`${coupon.id}`.mapWith(Number).as('id'),
      name: coupon.name,
    })
    .from(named)
    .innerJoin(coupon, sql`${coupon.familyId} = ${named.familyId} and ${coupon.supersededAt} is null`)
    .as(alias);
}

function offerOf(amount: Beli | null, held: { readonly name: string } | null): RewardOffer {
  if (amount !== null) return { kind: 'beli', beli: amount };
  return held ? { kind: 'coupon', name: held.name } : { kind: 'none' };
}
