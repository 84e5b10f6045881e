'use client';

import { type FormEvent, type ReactNode, startTransition, useActionState, useState } from 'react';
import { ListFile } from '@/app/admin/_components/list-file';
import { Panel } from '@/components/admin/panel';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { IDLE } from '@/lib/action-state';
import { MOST_GRANT_LINES, readGrantList } from '@/lib/domain/admin/grant-list';
import { prepareGrant } from '../../../actions';
import { FoundPeople, type FoundPerson } from './found-people';

interface GrantComposerProps {
  /** The coupon's family. */
  id: number;
  /** Who fits the search; null when nothing was looked for. */
  people: { readonly total: number; readonly rows: readonly FoundPerson[] } | null;
  /** The form that looks for people. */
  search: ReactNode;
}

/** One list: typed, pasted, read from a file, or put together from a search. What will happen is shown next. */
export function GrantComposer({ id, people, search }: GrantComposerProps) {
  const [state, send, isPending] = useActionState(prepareGrant, IDLE);
  const [list, setList] = useState(() => (state.status === 'failed' ? (state.values.list ?? '') : ''));
  const lines = readGrantList(list);
  // A list far too long would not even reach the server, and would be lost with the page.
  const isTooLong = lines.length > MOST_GRANT_LINES;
  const listed = new Set(lines.map(({ text }) => text.toLowerCase()));
  const add = (username: string) => setList((before) => `${before === '' ? '' : `${before.trimEnd()}\n`}${username}\n`);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => send(data));
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title="名单">
        <form action={send} onSubmit={onSubmit} className="grid gap-4">
          <input type="hidden" name="id" value={id} />
          <Field
            name="list"
            label="要发放的账号"
            hint={`一行一个用户名、手机号或邮箱，或 CSV 的第一列；最多 ${MOST_GRANT_LINES} 行，现在 ${lines.length} 行`}
            state={state}
          >
            <Textarea
              rows={12}
              value={list}
              onChange={({ target }) => setList(target.value)}
              spellCheck={false}
              autoCapitalize="none"
              className="font-mono text-sm"
            />
          </Field>
          <ListFile onRead={setList} />
          {isTooLong && (
            <p role="alert" className="font-medium text-danger-ink text-sm">
              名单有 {lines.length} 行，一次最多 {MOST_GRANT_LINES} 行，请分几次发放
            </p>
          )}
          <FormMessage state={state} />
          <SubmitButton className="justify-self-start" disabled={isPending || isTooLong}>
            预览
          </SubmitButton>
          <p className="text-muted-foreground text-sm">预览不会发放；下一页会显示谁会得到、谁不会，确认后才发放。</p>
        </form>
      </Panel>
      <Panel title="查找学员">
        {search}
        <FoundPeople people={people} listed={listed} onAdd={add} />
      </Panel>
    </div>
  );
}
