'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioCard, RadioCards } from '@/components/ui/radio-card';
import type { ActionState } from '@/lib/action-state';
import type { Draft } from './draft';

interface ScheduleFieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  state: ActionState;
}

/** At once, or at a time on a clock in Beijing. */
export function ScheduleFields({ draft, onChange, state }: ScheduleFieldsProps) {
  const { when, at } = draft;
  return (
    // By the choice itself, so that it works without JavaScript.
    <div className="group/when grid gap-3">
      <RadioCards legend="什么时候发" className="sm:grid-cols-2">
        <RadioCard
          name="when"
          value="now"
          checked={when === 'now'}
          onChange={() => onChange({ ...draft, when: 'now' })}
          title="现在"
        />
        <RadioCard
          name="when"
          value="later"
          checked={when === 'later'}
          onChange={() => onChange({ ...draft, when: 'later' })}
          title="定时"
          description="到时间自动开始，之前可以取消"
        />
      </RadioCards>
      <Field
        name="at"
        label="发送时间（北京时间）"
        state={state}
        className="hidden group-has-[input[value=later]:checked]/when:grid"
      >
        <Input
          type="datetime-local"
          value={at}
          onChange={({ target }) => onChange({ ...draft, at: target.value })}
          className="sm:w-64"
        />
      </Field>
    </div>
  );
}
