'use client';

import { useHydrated } from '@/components/forms/use-hydrated';
import { Field } from '@/components/ui/field';
import { RadioCard, RadioCards } from '@/components/ui/radio-card';
import { Select } from '@/components/ui/select';
import type { ActionState } from '@/lib/action-state';
import { COUPON_CHANNEL_LABELS, COUPON_CHANNELS } from '@/lib/domain/coupon-kinds';
import { COUPON_LIMITS } from '@/lib/domain/coupon-terms';
import type { DraftProps } from './draft-from';
import { DraftInput } from './draft-input';

const CHANNEL_HINTS = {
  centre: '任何人都能在领券中心领取；也可以用兑换码',
  code: '有兑换码的人才能领取',
  grant: '只由学校发给选定的账号',
} as const;

const DAY = { type: 'date', required: true } as const;
const WHOLE = { inputMode: 'numeric', maxLength: 9 } as const;

interface IssueFieldsProps extends DraftProps {
  state: ActionState;
  claimed: number;
}

/** Who gets how many when, and how long they can be used. */
export function IssueFields({ claimed, ...parts }: IssueFieldsProps) {
  const { draft, change, state } = parts;
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field name="channel" label="发放方式" hint={CHANNEL_HINTS[draft.channel]} state={state}>
          <Select
            value={draft.channel}
            onChange={({ target }) =>
              change({ channel: COUPON_CHANNELS.find((channel) => channel === target.value) ?? draft.channel })
            }
          >
            {COUPON_CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {COUPON_CHANNEL_LABELS[channel]}
              </option>
            ))}
          </Select>
        </Field>
        <DraftInput
          {...parts}
          name="quantity"
          label="数量"
          optional
          hint={claimed > 0 ? `已发出 ${claimed} 张；不填就不限` : '不填就不限'}
          input={WHOLE}
        />
        <DraftInput
          {...parts}
          name="perAccountLimit"
          label="每人限领"
          hint={`1–${COUPON_LIMITS.perAccount} 张`}
          input={{ ...WHOLE, required: true }}
        />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DraftInput {...parts} name="claimFrom" label="领取开始" input={DAY} />
        <DraftInput {...parts} name="claimUntil" label="领取截止" hint="北京时间，含当天" input={DAY} />
      </div>
      <ValidityFields {...parts} />
    </div>
  );
}

function ValidityFields(parts: DraftProps & { state: ActionState }) {
  const { draft, change } = parts;
  const isHydrated = useHydrated();
  return (
    <>
      <RadioCards legend="有效期" className="sm:grid-cols-2">
        <RadioCard
          name="validity"
          value="dates"
          checked={draft.validity === 'dates'}
          onChange={() => change({ validity: 'dates' })}
          title="固定日期"
          description="从一天到另一天，含两端"
        />
        <RadioCard
          name="validity"
          value="days"
          checked={draft.validity === 'days'}
          onChange={() => change({ validity: 'days' })}
          title="领取后若干天"
          description="领取当天算第一天"
        />
      </RadioCards>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {(!isHydrated || draft.validity === 'dates') && (
          <>
            <DraftInput {...parts} name="validFrom" label="可用开始" input={{ type: 'date' }} />
            <DraftInput {...parts} name="validUntil" label="可用截止" input={{ type: 'date' }} />
          </>
        )}
        {(!isHydrated || draft.validity === 'days') && (
          <DraftInput
            {...parts}
            name="validDays"
            label="有效天数"
            hint={`1–${COUPON_LIMITS.validDays} 天`}
            input={WHOLE}
          />
        )}
      </div>
    </>
  );
}
