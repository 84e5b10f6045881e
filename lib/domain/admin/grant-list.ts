// Who is to get a coupon, as an administrator pastes it: a name on each line, or a CSV whose first column is one.

/** Lines of one list; more come in several. */
export const MOST_GRANT_LINES = 5000;
const LONGEST_NAME = 254;

/** Why a line names nobody to give a copy to. */
export const GRANT_PROBLEM_LABELS = {
  too_long: '不是用户名、手机号或邮箱',
  unknown: '没有这个账号',
  ambiguous: '这个手机号对应多个账号，请改用用户名',
  repeated: '与前面的行是同一个账号',
} as const;
type GrantProblemKind = keyof typeof GRANT_PROBLEM_LABELS;

export interface GrantProblem {
  /** From 1, as an editor counts. */
  readonly line: number;
  /** As it was written. */
  readonly text: string;
  readonly problem: GrantProblemKind;
}

export interface GrantLine {
  readonly line: number;
  readonly text: string;
}

const HEADERS: ReadonlySet<string> = new Set([
  'username',
  'user',
  'account',
  'email',
  'e-mail',
  'mail',
  'phone',
  'mobile',
  '用户名',
  '账号',
  '帐号',
  '邮箱',
  '电子邮箱',
  '手机',
  '手机号',
  '用户名/手机号/邮箱',
]);

/** The first field of a line of CSV: quoted or not, up to a comma, a semicolon or a tab. */
function firstField(line: string): string {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line);
  const field = quoted?.[1]?.replaceAll('""', '"') ?? line.split(/[,;\t，；]/, 1)[0] ?? '';
  // A spreadsheet that guards against formulas writes an apostrophe first.
  return field.trim().replace(/^'/, '').trim();
}

/** The lines that say something, without a header and a byte order mark. Line numbers count empty lines too. */
export function readGrantList(text: string): GrantLine[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line: index + 1, text: firstField(line) }))
    .filter((line) => line.text !== '');
  const [first, ...rest] = lines;
  return first && HEADERS.has(first.text.toLowerCase()) ? rest : lines;
}

export const isTooLong = ({ text }: GrantLine): boolean => text.length > LONGEST_NAME;

/** `+86 138-1234-5678` and `13812345678` are one phone; null when it is none. */
export function phoneIn(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return /^1\d{10}$/.test(digits) ? digits : null;
}
