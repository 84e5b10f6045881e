import type { ReactNode } from 'react';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import type { OrderedList } from '@/lib/domain/catalogue-form-entry';
import { EntryCommands } from './entry-commands';

interface Entry {
  readonly id: number;
  /** What people call it. */
  readonly title: string;
  /** How the list shows it, where that is more than the title: a line, or a folded EditForm. */
  readonly content?: ReactNode;
}

interface EntryListProps {
  title: string;
  list: OrderedList;
  /** What the list belongs to. */
  parent: number | null;
  entries: readonly Entry[];
  empty: string;
  /** What removing an entry means. */
  consequence: string;
  aside?: ReactNode;
  /** Below the entries: the form that adds one. */
  children?: ReactNode;
}

/** A list whose entries can be moved, changed and removed in place. */
export function EntryList({ title, list, parent, entries, empty, consequence, aside, children }: EntryListProps) {
  return (
    <Panel title={title} flush aside={aside}>
      {entries.length === 0 ? (
        <PanelEmpty>{empty}</PanelEmpty>
      ) : (
        <ol className="divide-y">
          {entries.map(({ id, title: name, content }, index) => (
            <li key={id} className="flex flex-wrap items-start gap-x-2 px-4 py-1.5">
              <div className="min-w-0 flex-1 basis-64 text-sm">{content ?? <Line>{name}</Line>}</div>
              <EntryCommands
                list={list}
                parent={parent}
                id={id}
                name={name}
                isFirst={index === 0}
                isLast={index === entries.length - 1}
                consequence={consequence}
              />
            </li>
          ))}
        </ol>
      )}
      {children && <div className="border-t p-4">{children}</div>}
    </Panel>
  );
}

/** One line of the list, as high as its commands. */
export function Line({ children }: { children: ReactNode }) {
  return <div className="min-h-11 content-center break-words sm:min-h-9">{children}</div>;
}
