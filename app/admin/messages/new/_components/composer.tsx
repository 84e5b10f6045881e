'use client';

import { type ReactNode, useState } from 'react';
import { Panel } from '@/components/admin/panel';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ComposeData } from '@/lib/data/admin/messages-compose';
import { audienceWords } from '@/lib/domain/admin/audience';
import { type ComposeSearch, filterOf } from '@/lib/domain/admin/message-search';
import { ContentFields } from './content-fields';
import { type ChosenTemplates, draftFrom, filterFields, formFields } from './draft';
import { DraftPreview } from './draft-preview';
import { KindLinks } from './kind-links';
import { ListFields } from './list-fields';
import { RecipientPicker } from './recipient-picker';
import { ScheduleFields } from './schedule-fields';
import { SendDialog } from './send-dialog';
import { TestButton } from './test-button';
import { useListPreview } from './use-list-preview';
import { type Picked, usePicked } from './use-picked';
import { useAnswer, useSendForm } from './use-send-form';

const FORM_ID = 'compose';

interface ComposerProps {
  formKey: string;
  search: ComposeSearch;
  data: ComposeData;
  /** The form that looks for recipients; forms do not nest, so it stands beside ours. */
  filter: ReactNode;
}

/** Whom, what, when, and how it will look; asks once more before it sends. Without JavaScript it sends at once. */
export function Composer({ formKey, search, data, filter }: ComposerProps) {
  const answer = useAnswer();
  const [state, submit, isPending] = answer;
  const values = state.status === 'failed' ? state.values : {};
  const [draft, setDraft] = useState(() => draftFrom(values));
  const picked = usePicked(data, values);
  const found = useListPreview(draft.list, picked.to === 'list');
  const chosen = chosenOf(data, search);
  const { to, list: people } = picked;
  const fields = formFields({ formKey, draft, ...chosen, to, people, filter: filterOf(search) });
  const form = useSendForm(answer, fields, chosen);
  const count = countOf(picked, data, found);
  const isLater = draft.when === 'later';
  const edit = { draft, onChange: setDraft, state: form.shown };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 gap-6">
        <Panel title="收件人">
          {filter}
          <RecipientPicker
            form={FORM_ID}
            search={search}
            recipients={data.recipients}
            sample={data.sample}
            picked={picked}
            state={form.shown}
            list={
              <ListFields
                form={FORM_ID}
                list={draft.list}
                onChange={(list) => setDraft({ ...draft, list })}
                found={found}
                state={form.shown}
              />
            }
          />
        </Panel>
        <Panel title="内容">
          <form id={FORM_ID} action={submit} onSubmit={form.onSubmit} className="grid gap-5">
            {Object.entries({ formKey, ...filterFields(filterOf(search)) }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <KindLinks search={search} templates={data.templates} />
            <ContentFields {...edit} chosen={chosen} search={search} templates={data.templates} />
            <ScheduleFields {...edit} />
            <FormMessage state={form.shown} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton disabled={isPending}>
                {isLater ? `定时发送给 ${count} 人` : `发送给 ${count} 人`}
              </SubmitButton>
              <TestButton fields={fields} />
            </div>
          </form>
        </Panel>
      </div>
      <div className="grid gap-6 lg:sticky lg:top-20">
        <DraftPreview draft={draft} chosen={chosen} />
      </div>
      <SendDialog
        open={form.isAsking}
        onClose={form.stopAsking}
        onSend={form.send}
        isPending={isPending}
        audience={wordsOf(picked, data, search)}
        count={count}
        sendAt={isLater ? draft.at.replace('T', ' ') : null}
      />
    </div>
  );
}

const chosenOf = ({ templates }: ComposeData, { template, fallback }: ComposeSearch): ChosenTemplates => {
  const chosen = templates.find(({ id }) => id === template) ?? null;
  const instead = templates.find(({ id, channel }) => id === fallback && channel === 'template') ?? null;
  return { template: chosen, fallback: chosen ? null : instead };
};

function countOf({ to, list }: Picked, { recipients }: ComposeData, { answer }: ReturnType<typeof useListPreview>) {
  if (to === 'picked') return list.length;
  if (to === 'matching') return recipients.total;
  return answer && 'preview' in answer ? answer.preview.count : 0;
}

function wordsOf({ to, list }: Picked, { products }: ComposeData, search: ComposeSearch): string {
  if (to === 'picked') return list.map(({ nickname }) => nickname).join('、');
  if (to === 'list') return '名单里能收到的人';
  const boughtName = products.find(({ id }) => id === search.bought)?.name ?? null;
  return audienceWords({ kind: 'matching', filter: filterOf(search) }, boughtName);
}
