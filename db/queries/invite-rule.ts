import { aliasedTable, and, eq, isNull } from 'drizzle-orm';
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

// The rule names a coupon by any version of it: `named`; what is given is its version in force: `given`.
const inviterNamed = aliasedTable(coupon, 'inviter_named');
const inviterGiven = aliasedTable(coupon, 'inviter_given');
const inviteeNamed = aliasedTable(coupon, 'invitee_named');
const inviteeGiven = aliasedTable(coupon, 'invitee_given');
const inForce = (given: typeof inviterGiven, named: typeof inviterNamed) =>
  and(eq(given.familyId, named.familyId), isNull(given.supersededAt));

/** The rule of invitations; null: none was ever made. */
export async function readInviteRule(db: Db): Promise<FoundRule | null> {
  const [row] = await db
    .select({
      rule: inviteRule,
      inviterCoupon: { id: inviterGiven.id, name: inviterGiven.name },
      inviteeCoupon: { id: inviteeGiven.id, name: inviteeGiven.name },
    })
    .from(inviteRule)
    .leftJoin(inviterNamed, eq(inviterNamed.id, inviteRule.inviterCouponId))
    .leftJoin(inviterGiven, inForce(inviterGiven, inviterNamed))
    .leftJoin(inviteeNamed, eq(inviteeNamed.id, inviteRule.inviteeCouponId))
    .leftJoin(inviteeGiven, inForce(inviteeGiven, inviteeNamed));
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

function offerOf(amount: Beli | null, held: { readonly name: string } | null): RewardOffer {
  if (amount !== null) return { kind: 'beli', beli: amount };
  return held ? { kind: 'coupon', name: held.name } : { kind: 'none' };
}
