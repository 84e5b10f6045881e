/** A Chinese character is as wide as the type is high, a Latin letter about two thirds or half of it. */
function widthOf(character: string): number {
  if (/[\u2e80-\uffff]/.test(character)) return 1;
  return /[A-Z]/.test(character) ? 0.7 : 0.56;
}

/** The width of a text in ems. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);

// What belongs to the word before it never begins a line.
const HANGING = /^[，。：；！？、）」』”…]/u;

/** Splits a title into at most `maxLines` lines of `maxWidth` ems: after its colon if that fits, else where a line is full. */
export function wrapTitle(title: string, maxWidth: number, maxLines: number): string[] {
  const [head = '', tail = ''] = title.split(/(?<=：)/u, 2);
  if (tail && textWidth(title) > maxWidth && textWidth(head) <= maxWidth && textWidth(tail) <= maxWidth) {
    return [head, tail];
  }
  const lines = fill(title, maxWidth);
  if (lines.length <= maxLines) return lines;
  const last = Array.from(lines[maxLines - 1] ?? '').slice(0, -1);
  return [...lines.slice(0, maxLines - 1), `${last.join('')}…`];
}

/** Latin words stay whole where they can. */
function fill(title: string, maxWidth: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of title.match(/[A-Za-z0-9+#.'-]+|\s+|./gu) ?? []) {
    if (line && textWidth(line + part) > maxWidth && !HANGING.test(part)) {
      lines.push(line.trim());
      line = '';
    }
    line += part;
  }
  return line.trim() ? [...lines, line.trim()] : lines;
}

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as it stands between tags or within quotes. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (character) => MARKUP[character] ?? '');
