import type { AuditState } from '@/lib/domain/audit';

/** A row as the log keeps it; null: it is not there. */
export type RowState = AuditState | null;

const LONGEST_TEXT = 300;

/** The trail says what changed, it is no backup: of a lesson it keeps the beginning and the length. */
function shortened(value: AuditState[string]): AuditState[string] {
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  // By characters, as people count: half of one is no JSON that PostgreSQL takes.
  const characters = [...value];
  if (characters.length <= LONGEST_TEXT) return value;
  return `${characters.slice(0, LONGEST_TEXT).join('')}…（共 ${characters.length} 字）`;
}

const pick = (state: AuditState, keys: readonly string[]): AuditState =>
  Object.fromEntries(keys.map((key) => [key, shortened(state[key] ?? null)]));

const whole = (state: RowState): RowState => state && pick(state, Object.keys(state));

/** The fields of `after` in which two states of a row differ; whole rows when one is missing; null when nothing does. */
export function auditDiff(before: RowState, after: RowState): { before: RowState; after: RowState } | null {
  if (before === null || after === null) return { before: whole(before), after: whole(after) };
  const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
  return changed.length === 0 ? null : { before: pick(before, changed), after: pick(after, changed) };
}
