'use client';

import { type FormEvent, type ReactNode, startTransition, useActionState, useMemo, useRef, useState } from 'react';
import { Panel } from '@/components/admin/panel';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import type { ComposeData } from '@/lib/data/admin/messages-compose';
import { audienceWords } from '@/lib/domain/admin/audience';
import { type ComposeSearch, filterOf } from '@/lib/domain/admin/message-search';
import { MessagePreview } from '../../_components/message-preview';
import { sendCampaign } from '../actions';
import { ContentFields } from './content-fields';
import { type Draft, draftFrom, fieldKey } from './draft';
import { KindLinks } from './kind-links';
import { RecipientPicker } from './recipient-picker';
import { SendDialog } from './send-dialog';
import { usePicked } from './use-picked';
import { useProblems } from './use-problems';

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
  const [state, submit, isPending] = useActionState(sendCampaign, IDLE);
  const [draft, setDraft] = useState(() => draftFrom(state.status === 'failed' ? state.values : {}));
  // Asked about for the answer that was there at the time: the next answer closes the question.
  const [asked, setAsked] = useState<{ form: FormData; since: ActionState } | null>(null);
  const picked = usePicked(data);
  const template = data.templates.find(({ id }) => id === search.template) ?? null;
  const form = useRef<HTMLFormElement>(null);
  // A new object whenever something that is sent has changed.
  const edition = useMemo(() => ({ draft, to: picked.to, people: picked.list }), [draft, picked.to, picked.list]);
  const { shown, check } = useProblems(form, template?.fields ?? null, state, edition);
  const { total } = data.recipients;
  const audience = picked.to === 'picked' ? picked.list.length : total;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (check()) setAsked({ form: new FormData(event.currentTarget), since: state });
  }

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 gap-6">
        <Panel title="收件人">
          {filter}
          <RecipientPicker form={FORM_ID} search={search} recipients={data.recipients} picked={picked} state={shown} />
        </Panel>
        <Panel title="内容">
          <form ref={form} id={FORM_ID} action={submit} onSubmit={onSubmit} className="grid gap-5">
            <input type="hidden" name="formKey" value={formKey} />
            <HiddenFilter search={search} />
            <KindLinks search={search} templates={data.templates} />
            <ContentFields draft={draft} onChange={setDraft} template={template} state={shown} />
            <FormMessage state={shown} />
            <SubmitButton className="justify-self-start" disabled={isPending}>
              发送给 {audience} 人
            </SubmitButton>
          </form>
        </Panel>
      </div>
      <div className="lg:sticky lg:top-20">
        <MessagePreview message={previewOf(draft, template)} />
      </div>
      <SendDialog
        open={asked !== null && asked.since === state}
        onClose={() => setAsked(null)}
        onSend={() => {
          if (asked) startTransition(() => submit(asked.form));
        }}
        isPending={isPending}
        audience={
          picked.to === 'picked'
            ? picked.list.map(({ nickname }) => nickname).join('、')
            : audienceWords({ kind: 'matching', filter: filterOf(search) }, boughtName(data, search))
        }
        count={audience}
      />
    </div>
  );
}

/** With 全部符合条件的人 it is the filter of the list that counts. */
function HiddenFilter({ search }: { search: ComposeSearch }) {
  return Object.entries(filterOf(search)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value ?? ''} />
  ));
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
