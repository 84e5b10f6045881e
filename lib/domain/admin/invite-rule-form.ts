import { z } from 'zod';
import { REWARD_KINDS, type RewardKind } from '@/lib/domain/invite';
import { type Beli, beli } from '@/lib/domain/money';
import { MOST_BELI } from './invite-limits';

export type RuleSide =
  | { readonly kind: Extract<RewardKind, 'none'> }
  | { readonly kind: Extract<RewardKind, 'beli'>; readonly beli: Beli }
  /** The coupon's family: its version in force is given. */
  | { readonly kind: Extract<RewardKind, 'coupon'>; readonly familyId: number };

export interface InviteRuleInput {
  readonly isActive: boolean;
  readonly inviter: RuleSide;
  readonly invitee: RuleSide;
}

const kindField = z.enum(REWARD_KINDS, '请选择奖励');
const typed = z.string().trim().default('');

/** The rule as the form sends it; fields of another kind than the chosen one are not looked at. */
export const inviteRuleSchema = z
  .object({
    isActive: z.literal('on').optional(),
    inviterKind: kindField,
    inviterBeli: typed,
    inviterCoupon: typed,
    inviteeKind: kindField,
    inviteeBeli: typed,
    inviteeCoupon: typed,
  })
  .transform((form, context): InviteRuleInput => {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
      return { kind: 'none' } as const;
    };
    const side = (role: 'inviter' | 'invitee'): RuleSide => {
      const kind = form[`${role}Kind`];
      if (kind === 'none') return { kind };
      if (kind === 'beli') {
        const amount = /^\d{1,6}$/.test(form[`${role}Beli`]) ? Number(form[`${role}Beli`]) : 0;
        const isRight = amount >= 1 && amount <= MOST_BELI;
        return isRight ? { kind, beli: beli(amount) } : refuse(`${role}Beli`, `应为 1–${MOST_BELI} 的整数`);
      }
      const familyId = /^[1-9]\d{0,14}$/.test(form[`${role}Coupon`]) ? Number(form[`${role}Coupon`]) : null;
      return familyId === null ? refuse(`${role}Coupon`, '请选择优惠券') : { kind, familyId };
    };
    const rule = { isActive: form.isActive === 'on', inviter: side('inviter'), invitee: side('invitee') };
    if (rule.isActive && form.inviterKind === 'none' && form.inviteeKind === 'none') {
      refuse('inviterKind', '启用时至少有一方得到奖励');
    }
    return rule;
  });
