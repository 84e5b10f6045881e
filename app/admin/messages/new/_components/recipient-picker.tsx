'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Pagination } from '@/components/ui/pagination';
import { RadioCard, RadioCards } from '@/components/ui/radio-card';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table';
import type { ActionState } from '@/lib/action-state';
import type { ComposeData, Recipient } from '@/lib/data/admin/messages-compose';
import { ACCOUNT_ROLE_LABELS } from '@/lib/domain/account';
import { type ComposeSearch, composePath } from '@/lib/domain/admin/message-search';
import type { Picked } from './use-picked';

interface RecipientPickerProps {
  /** The id of the form the choice is sent with. */
  form: string;
  search: ComposeSearch;
  recipients: ComposeData['recipients'];
  sample: ComposeData['sample'];
  picked: Picked;
  state: ActionState;
  /** The names that are sent to when a list is chosen. */
  list: ReactNode;
}

/** The people who fit the filter, to be picked one by one, page by page, or taken as they are; or a list of names. */
export function RecipientPicker({ form, search, recipients, sample, picked, state, list }: RecipientPickerProps) {
  const { rows, total, pageCount } = recipients;
  const error = state.status === 'failed' ? state.fieldErrors.to : undefined;
  return (
    <div className="group/to grid gap-4">
      {total === 0 ? (
        <p className="py-6 text-center text-muted-foreground text-sm">没有符合条件的已绑定用户。</p>
      ) : (
        <People form={form} rows={rows} picked={picked} />
      )}
      <Pagination
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => composePath({ ...search, to: null, page })}
      />
      <RadioCards legend="发给谁" className="sm:grid-cols-3">
        <RadioCard
          form={form}
          name="to"
          value="picked"
          checked={picked.to === 'picked'}
          onChange={() => picked.choose('picked')}
          title={`只发给挑选的 ${picked.list.length} 人`}
          description="在上面的名单里勾选，翻页和换条件都不会丢"
          aria-describedby={error ? 'to-error' : undefined}
        />
        <RadioCard
          form={form}
          name="to"
          value="matching"
          checked={picked.to === 'matching'}
          onChange={() => picked.choose('matching')}
          title={`发给全部符合条件的 ${total} 人`}
          description={total === 0 ? '现在没有人符合' : `例如 ${namesOf(sample)}`}
        />
        <RadioCard
          form={form}
          name="to"
          value="list"
          checked={picked.to === 'list'}
          onChange={() => picked.choose('list')}
          title="按名单发"
          description="粘贴用户名，或读取 CSV 文件"
        />
      </RadioCards>
      {error && (
        <p id="to-error" className="font-medium text-danger-ink text-sm">
          {error}
        </p>
      )}
      {/* By the choice itself, so that it works without JavaScript. */}
      <div className="hidden group-has-[input[value=list]:checked]/to:block">{list}</div>
      <PickedList form={form} rows={rows} picked={picked} />
    </div>
  );
}

const namesOf = (sample: ComposeData['sample']): string => sample.map(({ nickname }) => nickname).join('、');

function People({ form, rows, picked }: { form: string; rows: readonly Recipient[]; picked: Picked }) {
  const isAllPicked = rows.length > 0 && rows.every(({ id }) => picked.has(id));
  return (
    <Table aria-label="可以发送的用户" className="text-sm">
      <thead className="border-b">
        <tr>
          <TableHead className="w-11 p-0">
            <Checkbox
              aria-label="挑选这一页的全部用户"
              checked={isAllPicked}
              onChange={() => picked.set(rows, !isAllPicked)}
            />
          </TableHead>
          <TableHead>用户</TableHead>
          <TableHead>微信</TableHead>
          <TableHead className="max-sm:hidden">角色</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((person) => (
          <TableRow key={person.id} className="hover:bg-muted/50">
            <TableCell className="p-0">
              <Checkbox
                form={form}
                name={`to.${person.id}`}
                aria-label={`挑选 ${person.nickname}`}
                checked={picked.has(person.id)}
                onChange={({ target }) => picked.set([person], target.checked)}
              />
            </TableCell>
            <TableCell className="break-all">
              {person.nickname}
              {person.nickname !== person.username && (
                <span className="text-muted-foreground"> @{person.username}</span>
              )}
            </TableCell>
            <TableCell className="break-all">{person.wechatName || '—'}</TableCell>
            <TableCell className="max-sm:hidden">{ACCOUNT_ROLE_LABELS[person.role]}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** Everyone picked, with those who do not stand in the list above as hidden fields. */
function PickedList({ form, rows, picked }: { form: string; rows: readonly Recipient[]; picked: Picked }) {
  if (picked.to !== 'picked' || picked.list.length === 0) return null;
  const isListed = new Set(rows.map(({ id }) => id));
  return (
    <ul aria-label="已挑选" className="flex max-h-40 flex-wrap gap-2 overflow-y-auto">
      {picked.list.map((person) => (
        <li
          key={person.id}
          className="inline-flex items-center rounded-md bg-primary-soft pl-2.5 text-primary-ink text-sm"
        >
          {!isListed.has(person.id) && <input form={form} type="hidden" name={`to.${person.id}`} value="on" />}
          {person.nickname}
          <button
            type="button"
            aria-label={`不发给 ${person.nickname}`}
            onClick={() => picked.set([person], false)}
            className="flex size-9 items-center justify-center"
          >
            <X aria-hidden className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}
