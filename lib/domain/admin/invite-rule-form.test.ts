import { expect, it } from 'vitest';
import { inviteRuleSchema } from './invite-rule-form';

const form = {
  isActive: 'on',
  inviterKind: 'beli',
  inviterBeli: '50',
  inviterCoupon: '',
  inviteeKind: 'coupon',
  inviteeBeli: 'not looked at',
  inviteeCoupon: '7',
};
const problems = (change: object) =>
  inviteRuleSchema.safeParse({ ...form, ...change }).error?.issues.map(({ path }) => path.join('.'));

it('reads what each kind needs', () => {
  expect(inviteRuleSchema.parse(form)).toEqual({
    isActive: true,
    inviter: { kind: 'beli', beli: 50 },
    invitee: { kind: 'coupon', familyId: 7 },
  });
  const { isActive: _, ...off } = { ...form, inviterKind: 'none', inviteeKind: 'none' };
  expect(inviteRuleSchema.parse(off)).toMatchObject({ isActive: false, inviter: { kind: 'none' } });
});

it.each([
  [{ inviterBeli: '0' }, ['inviterBeli']],
  [{ inviterBeli: '1.5' }, ['inviterBeli']],
  [{ inviterBeli: '10001' }, ['inviterBeli']],
  [{ inviteeCoupon: '' }, ['inviteeCoupon']],
  [{ inviteeCoupon: '-1' }, ['inviteeCoupon']],
  [{ inviterKind: 'gold' }, ['inviterKind']],
  [{ inviterKind: 'none', inviteeKind: 'none' }, ['inviterKind']],
])('refuses %o', (change, fields) => expect(problems(change)).toEqual(fields));
