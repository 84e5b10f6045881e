import { inArray, sql } from 'drizzle-orm';
import { account, enrolmentForm } from '@/db/schema';
import { type GrantLine, type GrantProblem, isTooLong, phoneIn } from '@/lib/domain/admin/grant-list';
import type { Ctx } from '../ctx';

/** Statements stay far below the 65 535 parameters PostgreSQL allows. */
const AT_ONCE = 5000;
/** Characters of a bad line that are shown again. */
const LONGEST_SHOWN = 100;

/** Account ids by what they may be called, in small letters. */
type Directory = ReadonlyMap<string, ReadonlySet<number>>;

export interface FoundAccounts {
  /** In the order of the lines, each once. */
  readonly accountIds: readonly number[];
  readonly problems: readonly GrantProblem[];
}

/** Whom each line means: by username, e-mail address or the phone of an enrolment form. Never guesses between two. */
export async function findAccounts(ctx: Ctx, lines: readonly GrantLine[]): Promise<FoundAccounts> {
  const known = lines.filter((line) => !isTooLong(line));
  const directory = await readDirectory(
    ctx,
    known.map(({ text }) => text),
  );
  const accountIds = new Set<number>();
  const problems: GrantProblem[] = [];
  for (const line of lines) {
    const [id, another] = directory.get(nameOf(line.text)) ?? [];
    const problem = isTooLong(line)
      ? 'too_long'
      : id === undefined
        ? 'unknown'
        : another !== undefined
          ? 'ambiguous'
          : accountIds.has(id)
            ? 'repeated'
            : null;
    if (problem !== null) problems.push({ line: line.line, text: shortened(line.text), problem });
    else if (id !== undefined) accountIds.add(id);
  }
  return { accountIds: [...accountIds], problems };
}

/** By characters: half of one is no JSON that PostgreSQL takes. */
const shortened = (text: string): string => [...text].slice(0, LONGEST_SHOWN).join('');

/** What a text is looked up by: a phone however it is written, anything else in small letters. */
const nameOf = (text: string): string => phoneIn(text) ?? text.toLowerCase();

async function readDirectory({ db }: Ctx, texts: readonly string[]): Promise<Directory> {
  const names = [...new Set(texts.map(nameOf))];
  const found = new Map<string, Set<number>>();
  const add = (name: string | null, id: number) => {
    if (name !== null) found.set(name, (found.get(name) ?? new Set()).add(id));
  };
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const phones = some.filter((name) => phoneIn(name) === name);
    const [byUsername, byEmail, byPhone] = [
      await db
        .select({ id: account.id, name: sql<string>`lower(${account.username})` })
        .from(account)
        .where(inArray(sql`lower(${account.username})`, some)),
      await db
        .select({ id: account.id, name: sql<string>`lower(${account.email})` })
        .from(account)
        .where(inArray(sql`lower(${account.email})`, some)),
      phones.length === 0
        ? []
        : await db
            .selectDistinct({ id: enrolmentForm.accountId, name: enrolmentForm.phone })
            .from(enrolmentForm)
            .where(inArray(enrolmentForm.phone, phones)),
    ];
    for (const { id, name } of [...byUsername, ...byEmail, ...byPhone]) add(name, id);
  }
  return found;
}
