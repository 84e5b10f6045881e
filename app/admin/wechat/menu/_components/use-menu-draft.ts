import { useState } from 'react';
import { type DraftButton, type DraftItem, type MenuDraft, NEW_BUTTON, NEW_ITEM } from '@/lib/domain/wechat/menu-draft';

/** A line of the editor, the same one wherever it is moved to. */
type Line<T> = T & { readonly line: string };
export type ItemLine = Line<DraftItem>;
export type ButtonLine = Line<Omit<DraftButton, 'items'>> & { readonly items: readonly ItemLine[] };

export const isNewLine = ({ line }: Pick<ItemLine, 'line'>): boolean => line.startsWith('new');

const linesOf = (draft: MenuDraft): readonly ButtonLine[] =>
  draft.map((button, place) => ({
    ...button,
    line: String(place),
    items: button.items.map((item, index) => ({ ...item, line: `${place}.${index}` })),
  }));

/** Everything one can do to a row of lines. */
export interface LineCommands<T> {
  readonly change: (index: number, part: Partial<T>) => void;
  readonly add: () => void;
  readonly remove: (index: number) => void;
  /** -1: towards the beginning, 1: towards the end; nothing beyond them. */
  readonly move: (index: number, by: -1 | 1) => void;
}

function moved<T>(lines: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const line = lines[index];
  const target = index + by;
  return line === undefined || target < 0 || target >= lines.length
    ? lines
    : lines.toSpliced(index, 1).toSpliced(target, 0, line);
}

/** `line` names a line that is made. */
type Update<T> = (of: (lines: readonly T[], line: string) => readonly T[]) => void;

const lineCommands = <T>(update: Update<T>, fresh: (line: string) => T): LineCommands<T> => ({
  change: (index, part) =>
    update((lines) => lines.map((each, place) => (place === index ? { ...each, ...part } : each))),
  add: () => update((lines, line) => [...lines, fresh(line)]),
  remove: (index) => update((lines) => lines.toSpliced(index, 1)),
  move: (index, by) => update((lines) => moved(lines, index, by)),
});

/** The menu in the browser while it is being edited. */
export function useMenuDraft(start: MenuDraft) {
  const [{ lines }, setState] = useState(() => ({ lines: linesOf(start), made: 0 }));
  const update: Update<ButtonLine> = (of) =>
    setState((state) => ({ lines: of(state.lines, `new${state.made}`), made: state.made + 1 }));
  const itemsOf = (place: number) =>
    lineCommands<ItemLine>(
      (of) =>
        update((all, line) =>
          all.map((button, index) => (index === place ? { ...button, items: of(button.items, line) } : button)),
        ),
      (line) => ({ ...NEW_ITEM, line }),
    );
  return { lines, buttons: lineCommands<ButtonLine>(update, (line) => ({ ...NEW_BUTTON, items: [], line })), itemsOf };
}
