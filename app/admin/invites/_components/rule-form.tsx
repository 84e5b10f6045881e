'use client';

import { useActionState, useState } from 'react';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { MOST_BELI } from '@/lib/domain/admin/invite-limits';
import { REWARD_KINDS, type RewardKind } from '@/lib/domain/invite';
import { saveRule } from '../actions';

interface SideValues {
  readonly kind: RewardKind;
  readonly beli: number | null;
  readonly familyId: number | null;
}

interface Choice {
  readonly familyId: number;
  readonly name: string;
  readonly isGrantable: boolean;
}

interface RuleFormProps {
  rule: { readonly isActive: boolean; readonly inviter: SideValues; readonly invitee: SideValues };
  choices: readonly Choice[];
}

const KIND_LABELS = { none: '没有奖励', beli: '贝里', coupon: '优惠券' } as const satisfies Record<RewardKind, string>;

/** What an invitation that counts earns each side. */
export function RuleForm({ rule, choices }: RuleFormProps) {
  const [state, action] = useActionState(saveRule, IDLE);
  // React resets a form that was sent: what was chosen has to be its new beginning.
  const isActive = state.status === 'failed' ? state.values.isActive === 'on' : rule.isActive;
  return (
    <form action={action} className="grid gap-5">
      <FormMessage state={state} />
      <Checkbox key={String(isActive)} name="isActive" defaultChecked={isActive} label="发放邀请奖励" />
      <SideFields who="inviter" label="邀请人得到" side={rule.inviter} choices={choices} state={state} />
      <SideFields who="invitee" label="好友得到" side={rule.invitee} choices={choices} state={state} />
      <SubmitButton className="justify-self-start">保存</SubmitButton>
    </form>
  );
}

interface SideFieldsProps {
  who: 'inviter' | 'invitee';
  label: string;
  side: SideValues;
  choices: readonly Choice[];
  state: ActionState;
}

/** The kind, and what belongs to it; without JavaScript all of it, of which the server reads what the kind needs. */
function SideFields({ who, label, side, choices, state }: SideFieldsProps) {
  const [kind, setKind] = useState<RewardKind>(side.kind);
  const isHydrated = useHydrated();
  const shows = (which: RewardKind) => !isHydrated || kind === which;
  return (
    <fieldset className="grid items-start gap-3 sm:grid-cols-2">
      <legend className="sr-only">{label}</legend>
      <Field name={`${who}Kind`} label={label} state={state}>
        <Select
          defaultValue={side.kind}
          onChange={({ target }) => setKind(REWARD_KINDS.find((each) => each === target.value) ?? kind)}
        >
          {REWARD_KINDS.map((each) => (
            <option key={each} value={each}>
              {KIND_LABELS[each]}
            </option>
          ))}
        </Select>
      </Field>
      {shows('beli') && (
        <Field name={`${who}Beli`} label="数量" hint={`1–${MOST_BELI} 贝里，10 贝里抵 1 元`} state={state}>
          <Input inputMode="numeric" maxLength={6} defaultValue={side.beli ?? ''} />
        </Field>
      )}
      {shows('coupon') && (
        <Field name={`${who}Coupon`} label="优惠券" hint="只列出现在能发放的" state={state}>
          <Select defaultValue={side.familyId ?? ''}>
            <option value="">请选择</option>
            {choices.map(({ familyId, name, isGrantable }) => (
              <option key={familyId} value={familyId}>
                {name}
                {!isGrantable && '（已不能发放）'}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </fieldset>
  );
}
