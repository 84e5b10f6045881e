'use client';

import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { ActionState } from '@/lib/action-state';
import type { ComposeData } from '@/lib/data/admin/messages-compose';
import { CAMPAIGN_LIMITS } from '@/lib/domain/admin/campaign-form';
import type { ComposeSearch } from '@/lib/domain/admin/message-search';
import { CardFields, Hint } from './card-fields';
import type { ChosenTemplates, Draft } from './draft';
import { FallbackLinks } from './kind-links';

interface ContentFieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  chosen: ChosenTemplates;
  state: ActionState;
  search: ComposeSearch;
  templates: ComposeData['templates'];
}

/** What the message says. */
export function ContentFields({ draft, onChange, chosen, state, search, templates }: ContentFieldsProps) {
  const { title } = draft;
  const { template } = chosen;
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
          {template.channel === 'subscribe' && (
            <Alert>订阅通知只能发给在微信里允许过它的学员，允许一次发一条；没有允许的会显示发送失败。</Alert>
          )}
          <CardFields draft={draft} onChange={onChange} template={template} prefix="" state={state} />
        </>
      ) : (
        <TextFields {...{ draft, onChange, chosen, state, search, templates }} />
      )}
    </>
  );
}

function TextFields({ draft, onChange, chosen: { fallback }, state, search, templates }: ContentFieldsProps) {
  const { text } = draft;
  return (
    <>
      <Alert>微信只允许把文字消息发给 48 小时内和服务号互动过的用户。其他人可以改发一条模板消息，在下面选好。</Alert>
      <Field
        name="text"
        label="内容"
        state={state}
        hint={<Hint used={text.length} max={CAMPAIGN_LIMITS.text} text="可以换行" />}
      >
        <Textarea rows={6} value={text} onChange={({ target }) => onChange({ ...draft, text: target.value })} />
      </Field>
      <FallbackLinks search={search} templates={templates} />
      {fallback && (
        <CardFields draft={draft} onChange={onChange} template={fallback} prefix="fallback." state={state} />
      )}
    </>
  );
}
