import { ArrowDown, ArrowUp } from 'lucide-react';
import { ConfirmAction } from '@/components/forms/confirm-action';
import type { EntryListName, OrderedList } from '@/lib/domain/catalogue-form-entry';
import { moveEntry, removeEntry } from './actions';
import { CommandButton } from './command-button';

interface EntryCommandsProps {
  list: OrderedList;
  /** What the list belongs to; null: to the school. */
  parent: number | null;
  id: number;
  /** What people call the entry. */
  name: string;
  /** Ends of the list, where it cannot move further. */
  isFirst: boolean;
  isLast: boolean;
  consequence: string;
}

/** Up, down, and away. */
export function EntryCommands({ list, parent, id, name, isFirst, isLast, consequence }: EntryCommandsProps) {
  const fields = { list, parent: parent ?? '', id };
  return (
    <div className="flex shrink-0 items-center gap-1">
      <CommandButton
        action={moveEntry}
        fields={{ ...fields, direction: 'up' }}
        variant="ghost"
        size="icon"
        className="sm:size-9"
        disabled={isFirst}
        aria-label={`上移「${name}」`}
      >
        <ArrowUp aria-hidden className="size-4" />
      </CommandButton>
      <CommandButton
        action={moveEntry}
        fields={{ ...fields, direction: 'down' }}
        variant="ghost"
        size="icon"
        className="sm:size-9"
        disabled={isLast}
        aria-label={`下移「${name}」`}
      >
        <ArrowDown aria-hidden className="size-4" />
      </CommandButton>
      <RemoveEntry list={list} parent={parent} id={id} name={name} consequence={consequence} />
    </div>
  );
}

interface RemoveEntryProps {
  list: EntryListName;
  parent: number | null;
  id: number;
  name: string;
  consequence: string;
}

/** What is only named in a list stays where it is; the rest is gone. */
const NAMED: readonly EntryListName[] = ['course-teacher', 'degree-teacher', 'recommended'];

export function RemoveEntry({ list, parent, id, name, consequence }: RemoveEntryProps) {
  const verb = NAMED.includes(list) ? '移除' : '删除';
  return (
    <ConfirmAction
      action={removeEntry}
      fields={{ list, parent: parent ?? '', id }}
      trigger={verb}
      title={`${verb}「${name}」？`}
      consequence={consequence}
      confirm={`确认${verb}`}
    />
  );
}
