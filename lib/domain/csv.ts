/** Spreadsheets take a cell that begins like this for a formula, and run it. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
/** An amount that went back is a number all the same: guarded, it would be left out of every sum. */
const NUMBER = /^-\d+(?:\.\d+)?$/;

/** One cell: quoted where it must be, and never a formula, whoever chose its text. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line, with its line break, as RFC 4180 has it. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** At the beginning of a file it tells spreadsheets that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';
