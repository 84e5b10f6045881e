'use client';

import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { ActionState } from '@/lib/action-state';
import type { ComposeTemplate } from '@/lib/data/admin/messages-compose';
import { CAMPAIGN_LIMITS } from '@/lib/domain/admin/campaign-form';
import { ruleOf } from '@/lib/domain/admin/field-rule';
import { type Draft, fieldKey } from './draft';

interface ContentFieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Null: plain text. */
  template: ComposeTemplate | null;
  state: ActionState;
}

/** What the message says. */
export function ContentFields({ draft, onChange, template, state }: ContentFieldsProps) {
  const { title, text, path } = draft;
  return (
    <>
      <Field
        name="title"
        label="标题"
        state={state}
        hint={
          <Hint used={title.length} max={CAMPAIGN_LIMITS.title} text="用来辨认这次群发，也显示在学员的「消息」页" />
        }
      >
        <Input value={title} onChange={({ target }) => onChange({ ...draft, title: target.value })} />
      </Field>
      <input type="hidden" name="kind" value={template ? 'template' : 'text'} />
      {template ? (
        <>
          <input type="hidden" name="templateId" value={template.templateId} />
          <TemplateFields draft={draft} onChange={onChange} template={template} state={state} />
          <Field
            name="path"
            label="点开后去哪里"
            optional
            state={state}
            hint="本站的路径，例如 /courses；不填就不能点开"
          >
            <Input value={path} onChange={({ target }) => onChange({ ...draft, path: target.value })} />
          </Field>
        </>
      ) : (
        <>
          <Alert>
            微信只允许把文字消息发给 48 小时内和服务号互动过的用户，其他人会显示发送失败。模板消息没有这个限制。
          </Alert>
          <Field
            name="text"
            label="内容"
            state={state}
            hint={<Hint used={text.length} max={CAMPAIGN_LIMITS.text} text="可以换行" />}
          >
            <Textarea rows={6} value={text} onChange={({ target }) => onChange({ ...draft, text: target.value })} />
          </Field>
        </>
      )}
    </>
  );
}

function TemplateFields({ draft, onChange, template, state }: ContentFieldsProps & { template: ComposeTemplate }) {
  return template.fields.map(({ name, label }) => {
    const { max, hint } = ruleOf(name);
    const key = fieldKey(template.templateId, name);
    const value = draft.fields[key] ?? '';
    return (
      <Field
        key={name}
        name={`field.${name}`}
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
  });
}

/** What a field takes, and how much of it is used up. */
function Hint({ used, max, text }: { used: number; max: number | null; text: string }) {
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
