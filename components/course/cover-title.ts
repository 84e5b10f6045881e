/** A Chinese character is as wide as the type is high, a Latin letter about half of it. */
const widthOf = (character: string): number => (/[\u2e80-\uffff]/.test(character) ? 1 : 0.56);

/** Splits a title into at most `maxLines` lines of `maxWidth` ems; Latin words stay whole where they can. */
export function wrapTitle(title: string, maxWidth: number, maxLines: number): string[] {
  const parts = title.match(/[A-Za-z0-9+#.'-]+|\s+|./gu) ?? [];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const part of parts) {
    const partWidth = Array.from(part).reduce((sum, character) => sum + widthOf(character), 0);
    if (width + partWidth > maxWidth && line) {
      lines.push(line.trim());
      line = '';
      width = 0;
    }
    line += part;
    width += partWidth;
  }
  if (line.trim()) lines.push(line.trim());
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  return kept.map((text, index) => (index === maxLines - 1 ? `${Array.from(text).slice(0, -1).join('')}…` : text));
}
