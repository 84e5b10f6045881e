'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionState } from '@/lib/action-state';
import type { ComposeTemplate } from '@/lib/data/admin/messages-compose';
import { ruleOf } from '@/lib/domain/admin/field-rule';
import { type CardPrefix, type Draft, fieldKey } from './draft';

interface CardFieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  template: ComposeTemplate;
  prefix: CardPrefix;
  state: ActionState;
}

/** A template's fields, each with what WeChat takes in it. */
export function CardFields({ draft, onChange, template: { templateId, fields }, prefix, state }: CardFieldsProps) {
  return (
    <>
      <input type="hidden" name={`${prefix}templateId`} value={templateId} />
      {fields.map(({ name, label }) => {
        const { max, hint } = ruleOf(name);
        const key = fieldKey(templateId, name);
        const value = draft.fields[key] ?? '';
        return (
          <Field
            key={name}
            name={`${prefix}field.${name}`}
            label={label || name}
            state={state}
            hint={<Hint used={value.length} max={max} text={hint} />}
          >
            <Input
              value={value}
              onChange={({ target }) => onChange({ ...draft, fields: { ...draft.fields, [key]: target.value } })}
            />
          </Field>
        );
      })}
      <Field
        name={`${prefix}path`}
        label="点开后去哪里"
        optional
        state={state}
        hint="本站的路径，例如 /courses；不填就不能点开"
      >
        <Input
          value={prefix === '' ? draft.path : draft.fallbackPath}
          onChange={({ target }) =>
            onChange({ ...draft, ...(prefix === '' ? { path: target.value } : { fallbackPath: target.value }) })
          }
        />
      </Field>
    </>
  );
}

/** What a field takes, and how much of it is used up. */
export function Hint({ used, max, text }: { used: number; max: number | null; text: string }) {
  return (
    <span className="flex justify-between gap-3">
      <span>{text}</span>
      {max !== null && (
        <span className={`shrink-0 tabular-nums ${used > max ? 'font-semibold text-danger-ink' : ''}`}>
          {used} / {max}
        </span>
      )}
    </span>
  );
}
