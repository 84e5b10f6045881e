'use client';

import { type ReactNode, useState } from 'react';
import { Panel } from '@/components/admin/panel';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ComposeData } from '@/lib/data/admin/messages-compose';
import { audienceWords } from '@/lib/domain/admin/audience';
import { type ComposeSearch, filterOf } from '@/lib/domain/admin/message-search';
import { MessagePreview } from '../../_components/message-preview';
import { ContentFields } from './content-fields';
import { type Draft, draftFrom, fieldKey, filterFields, formFields } from './draft';
import { KindLinks } from './kind-links';
import { RecipientPicker } from './recipient-picker';
import { SendDialog } from './send-dialog';
import { usePicked } from './use-picked';
import { useAnswer, useSendForm } from './use-send-form';

const FORM_ID = 'compose';

interface ComposerProps {
  formKey: string;
  search: ComposeSearch;
  data: ComposeData;
  /** The form that looks for recipients; forms do not nest, so it stands beside ours. */
  filter: ReactNode;
}

/** Whom, what, and how it will look; asks once more before it sends. Without JavaScript it sends at once. */
export function Composer({ formKey, search, data, filter }: ComposerProps) {
  const answer = useAnswer();
  const [state, submit, isPending] = answer;
  const values = state.status === 'failed' ? state.values : {};
  const [draft, setDraft] = useState(() => draftFrom(values));
  const picked = usePicked(data, values);
  const template = data.templates.find(({ id }) => id === search.template) ?? null;
  const { to, list: people } = picked;
  const fields = formFields({ formKey, draft, template, to, people, filter: filterOf(search) });
  const form = useSendForm(answer, fields, template);
  const count = to === 'picked' ? people.length : data.recipients.total;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 gap-6">
        <Panel title="收件人">
          {filter}
          <RecipientPicker
            form={FORM_ID}
            search={search}
            recipients={data.recipients}
            picked={picked}
            state={form.shown}
          />
        </Panel>
        <Panel title="内容">
          <form id={FORM_ID} action={submit} onSubmit={form.onSubmit} className="grid gap-5">
            {Object.entries({ formKey, ...filterFields(filterOf(search)) }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <KindLinks search={search} templates={data.templates} />
            <ContentFields draft={draft} onChange={setDraft} template={template} state={form.shown} />
            <FormMessage state={form.shown} />
            <SubmitButton className="justify-self-start" disabled={isPending}>
              发送给 {count} 人
            </SubmitButton>
          </form>
        </Panel>
      </div>
      <div className="lg:sticky lg:top-20">
        <MessagePreview message={previewOf(draft, template)} />
      </div>
      <SendDialog
        open={form.isAsking}
        onClose={form.stopAsking}
        onSend={form.send}
        isPending={isPending}
        audience={
          to === 'picked'
            ? people.map(({ nickname }) => nickname).join('、')
            : audienceWords({ kind: 'matching', filter: filterOf(search) }, boughtName(data, search))
        }
        count={count}
      />
    </div>
  );
}

const boughtName = ({ products }: ComposeData, { bought }: ComposeSearch): string | null =>
  products.find(({ id }) => id === bought)?.name ?? null;

function previewOf(draft: Draft, template: ComposeData['templates'][number] | null) {
  if (template === null) return { kind: 'text', text: draft.text } as const;
  const { templateId, title, fields } = template;
  const lines = fields.map(({ name, label }) => ({
    label: label || name,
    value: draft.fields[fieldKey(templateId, name)] ?? '',
  }));
  return { kind: 'template', title, lines, isLink: draft.path.trim() !== '' } as const;
}
