'use client';

import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ActionState } from '@/lib/action-state';
import { MENU_KEYS } from '@/lib/domain/wechat/menu';
import {
  byteLength,
  type DraftButton,
  MENU_KEY_LABELS,
  MENU_TYPE_LABELS,
  type MenuType,
  menuName,
} from '@/lib/domain/wechat/menu-draft';

type Typed = Pick<DraftButton, 'name' | 'type' | 'key' | 'url'>;

interface ActionFieldsProps {
  /** Of the names of its fields. */
  prefix: string;
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  types: readonly MenuType[];
  nameBytes: number;
  state: ActionState;
  /** Just added: what it is called is typed first. */
  isNew: boolean;
}

/** Name, kind and target of one button. Without JavaScript the targets of all kinds are there. */
export function ActionFields({ prefix, typed, change, types, nameBytes, state, isNew }: ActionFieldsProps) {
  const bytes = byteLength(menuName(typed.name));
  const select = (event: { target: { value: string } }) => {
    const type = types.find((each) => each === event.target.value);
    if (type) change({ type });
  };
  return (
    <div className="grid min-w-0 items-start gap-3 text-sm sm:grid-cols-3">
      <input type="hidden" name={`${prefix}.used`} value="1" />
      <Field
        name={`${prefix}.name`}
        label="名称"
        state={state}
        hint={<span className="tabular-nums">{`${bytes} / ${nameBytes} 字节`}</span>}
      >
        <Input
          value={typed.name}
          onChange={({ target }) => change({ name: target.value })}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- who adds a button names it next
          autoFocus={isNew}
        />
      </Field>
      <Field name={`${prefix}.type`} label="点它之后" state={state}>
        <Select value={typed.type} onChange={select}>
          {types.map((type) => (
            <option key={type} value={type}>
              {MENU_TYPE_LABELS[type]}
            </option>
          ))}
        </Select>
      </Field>
      <ForType isShown={typed.type === 'click'}>
        <KeyField prefix={prefix} typed={typed} change={change} state={state} />
      </ForType>
      <ForType isShown={typed.type === 'view'}>
        <Field name={`${prefix}.url`} label="网页" state={state}>
          <Input
            value={typed.url}
            onChange={({ target }) => change({ url: target.value })}
            placeholder="/courses 或 https://…"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      </ForType>
      <noscript>
        <label className="flex min-h-11 items-center gap-2 sm:col-span-3">
          <input type="checkbox" name={`${prefix}.drop`} />
          保存时删除这个按钮
        </label>
      </noscript>
    </div>
  );
}

const ForType = ({ isShown, children }: { isShown: boolean; children: ReactNode }) =>
  isShown ? children : <noscript>{children}</noscript>;

function KeyField({ prefix, typed, change, state }: Omit<ActionFieldsProps, 'types' | 'nameBytes' | 'isNew'>) {
  return (
    <Field name={`${prefix}.key`} label="回复什么" state={state}>
      <Select
        value={typed.key}
        onChange={({ target }) => {
          const key = MENU_KEYS.find((each) => each === target.value);
          if (key) change({ key });
        }}
      >
        {MENU_KEYS.map((key) => (
          <option key={key} value={key}>
            {MENU_KEY_LABELS[key]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
