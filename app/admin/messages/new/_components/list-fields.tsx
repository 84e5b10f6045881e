'use client';

import { ListFile } from '@/app/admin/_components/list-file';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { ActionState } from '@/lib/action-state';
import { CAMPAIGN_LIMITS } from '@/lib/domain/admin/campaign-form';
import { type ListPreview, problemWords } from '@/lib/domain/admin/list-preview';
import type { useListPreview } from './use-list-preview';

interface ListFieldsProps {
  /** The id of the form the list is sent with. */
  form: string;
  list: string;
  onChange: (list: string) => void;
  found: ReturnType<typeof useListPreview>;
  state: ActionState;
}

/** Recipients by name, typed, pasted or out of a file; and who of them can be reached. */
export function ListFields({ form, list, onChange, found, state }: ListFieldsProps) {
  return (
    <div className="grid gap-4">
      <Field
        name="list"
        label="名单"
        state={state}
        hint={`一行一个用户名、手机号或邮箱，或 CSV 的第一列；最多 ${CAMPAIGN_LIMITS.listLines} 行`}
      >
        <Textarea
          form={form}
          rows={6}
          value={list}
          onChange={({ target }) => onChange(target.value)}
          spellCheck={false}
          autoCapitalize="none"
          className="font-mono text-sm"
        />
      </Field>
      <ListFile onRead={onChange} />
      <div role="status">{list.trim() !== '' && <Found {...found} />}</div>
    </div>
  );
}

function Found({ answer, isError }: ReturnType<typeof useListPreview>) {
  if (isError) return <Alert tone="warning">暂时核对不了名单，改动一下再试。</Alert>;
  if (!answer) return <p className="text-muted-foreground text-sm">正在核对名单…</p>;
  if ('problem' in answer) return <Alert tone="danger">{answer.problem}</Alert>;
  return <Preview preview={answer.preview} />;
}

function Preview({ preview }: { preview: ListPreview }) {
  const { count, sample, unbound, unreachable, unknown, problems } = preview;
  return (
    <Alert tone={count === 0 ? 'warning' : 'info'} title={`名单里有 ${count} 人可以收到`}>
      <ul className="grid gap-1 text-sm">
        {sample.length > 0 && (
          <li className="break-all">
            {sample.map(({ nickname }) => nickname).join('、')}
            {count > sample.length && ' 等'}
          </li>
        )}
        {unbound > 0 && <li>{unbound} 人没有绑定微信</li>}
        {unreachable > 0 && <li>{unreachable} 人已停用，或关闭了学校通知</li>}
        {unknown > 0 && <li>{unknown} 行没有算进去：</li>}
        {problems.map((problem) => (
          <li key={problem.line} className="break-all pl-4 font-mono text-xs">
            {problemWords(problem)}
          </li>
        ))}
        {unknown > problems.length && <li className="pl-4 text-xs">还有 {unknown - problems.length} 行</li>}
      </ul>
    </Alert>
  );
}
