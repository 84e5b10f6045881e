import type { MenuAction, MenuButton } from './menu';
import { MENU_KEY_LABELS } from './menu-draft';

/** What pressing the button does, in words. */
const actionWords = (action: MenuAction): string =>
  action.type === 'click' ? `回复「${MENU_KEY_LABELS[action.key]}」` : `打开 ${action.url}`;

/** The menu in words, a line for each button. */
export const menuLines = (buttons: readonly MenuButton[]): string[] =>
  buttons.flatMap((button) =>
    button.type === 'list'
      ? button.items.map((item) => `${button.name} › ${item.name}：${actionWords(item)}`)
      : [`${button.name}：${actionWords(button)}`],
  );

export interface ComparedLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** How one text became the other, line by line: as many lines as possible stay. For short texts. */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const [was, ...olds] = before;
  const [is, ...news] = after;
  if (was === undefined) return after.map((text) => ({ kind: 'added', text }));
  if (is === undefined) return before.map((text) => ({ kind: 'removed', text }));
  if (was === is) return [{ kind: 'same', text: was }, ...compareLines(olds, news)];
  const table = sharedCounts(before, after);
  return (table[1]?.[0] ?? 0) >= (table[0]?.[1] ?? 0)
    ? [{ kind: 'removed', text: was }, ...compareLines(olds, after)]
    : [{ kind: 'added', text: is }, ...compareLines(before, news)];
}

/** At [i][j]: how many lines `before` from i and `after` from j have in common, in order. */
function sharedCounts(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      const [down, right, both] = [table[i + 1]?.[j] ?? 0, row?.[j + 1] ?? 0, table[i + 1]?.[j + 1] ?? 0];
      if (row) row[j] = before[i] === after[j] ? both + 1 : Math.max(down, right);
    }
  }
  return table;
}
