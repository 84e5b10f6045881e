import { and, eq, isNull } from 'drizzle-orm';
import { readInviteRule } from '@/db/queries/invite-rule';
import { coupon, couponFamily, inviteRule } from '@/db/schema';
import type { InviteRuleInput, RuleSide } from '@/lib/domain/admin/invite-rule-form';
import type { RewardKind } from '@/lib/domain/invite';
import { offerWords } from '@/lib/domain/invite-words';
import type { Beli } from '@/lib/domain/money';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { auditDiff } from '../admin-catalogue/audit-diff';
import { writeAudit } from '../audit/write-audit';
import type { Ctx, TxCtx } from '../ctx';

type RuleError = 'FORBIDDEN' | 'INVALID_INPUT';

interface SideColumns {
  readonly kind: RewardKind;
  readonly beli: Beli | null;
  readonly couponId: number | null;
}

/** What invitations earn from now on, for those too that wait already. A coupon has to be one that can be given now. */
export async function saveInviteRule(ctx: Ctx, input: InviteRuleInput): Promise<Result<null, RuleError>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  return admin.value.db.transaction(async (tx) => {
    const inTx = { ...admin.value, db: tx };
    const inviter = await columnsOf(inTx, input.inviter, 'inviterCoupon');
    if (!inviter.ok) return inviter;
    const invitee = await columnsOf(inTx, input.invitee, 'inviteeCoupon');
    if (!invitee.ok) return invitee;
    // The row is there after the first time: two administrators then write one after the other.
    await tx.select().from(inviteRule).for('no key update');
    const before = await stateOf(inTx);
    const values = {
      isActive: input.isActive,
      inviterKind: inviter.value.kind,
      inviterBeli: inviter.value.beli,
      inviterCouponId: inviter.value.couponId,
      inviteeKind: invitee.value.kind,
      inviteeBeli: invitee.value.beli,
      inviteeCouponId: invitee.value.couponId,
      updatedAt: ctx.now,
    };
    await tx.insert(inviteRule).values(values).onConflictDoUpdate({ target: inviteRule.id, set: values });
    const diff = auditDiff(before, await stateOf(inTx));
    if (diff) await writeAudit(inTx, { action: 'invite.rule', subjectKind: 'invite-rule', subjectId: 1, ...diff });
    return ok(null);
  });
}

async function columnsOf(ctx: TxCtx, side: RuleSide, field: string): Promise<Result<SideColumns, 'INVALID_INPUT'>> {
  const nothing = { kind: side.kind, beli: null, couponId: null };
  if (side.kind === 'none') return ok(nothing);
  if (side.kind === 'beli') return ok({ ...nothing, beli: side.beli });
  const couponId = await findGrantable(ctx, side.familyId);
  if (couponId === null) return err('INVALID_INPUT', { field, detail: '这张优惠券现在不能发放，请换一张' });
  return ok({ ...nothing, couponId });
}

/** The version in force, unless it is stopped, over or used up; locked against being stopped meanwhile. */
async function findGrantable({ db, now }: TxCtx, familyId: number): Promise<number | null> {
  const [family] = await db.select().from(couponFamily).where(eq(couponFamily.id, familyId)).for('share');
  const [rule] = await db
    .select()
    .from(coupon)
    .where(and(eq(coupon.familyId, familyId), isNull(coupon.supersededAt)))
    .for('share');
  if (!family || !rule || rule.stoppedAt !== null) return null;
  if (rule.validUntil !== null && rule.validUntil < shanghaiDay(now)) return null;
  return family.quantity === null || family.claimed < family.quantity ? rule.id : null;
}

/** As the log keeps it: in words, because a coupon is known by its name. */
async function stateOf({ db }: TxCtx) {
  const rule = await readInviteRule(db);
  if (!rule) return null;
  const { isActive, inviter, invitee } = rule;
  return { isActive, inviterReward: offerWords(inviter) ?? '无', inviteeReward: offerWords(invitee) ?? '无' };
}
