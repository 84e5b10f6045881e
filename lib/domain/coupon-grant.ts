/** Someone who is to get a copy from the school. */
export interface GrantCandidate {
  readonly accountId: number;
  readonly isDisabled: boolean;
  /** Copies of the family the account has had so far. */
  readonly held: number;
}

/** What the family has left to give; null: without limit. */
export interface GrantSupply {
  readonly remaining: number | null;
  readonly perAccountLimit: number;
}

export type GrantOutcome = 'granted' | 'disabled' | 'limit_reached' | 'sold_out';

/** Who would get a copy and who would not: the first in the list come first when there are not enough. */
export function planGrants<C extends GrantCandidate>(
  supply: GrantSupply,
  candidates: readonly C[],
): { readonly candidate: C; readonly outcome: GrantOutcome }[] {
  let remaining = supply.remaining ?? Number.POSITIVE_INFINITY;
  return candidates.map((candidate) => {
    if (candidate.isDisabled) return { candidate, outcome: 'disabled' };
    if (candidate.held >= supply.perAccountLimit) return { candidate, outcome: 'limit_reached' };
    if (remaining <= 0) return { candidate, outcome: 'sold_out' };
    remaining -= 1;
    return { candidate, outcome: 'granted' };
  });
}
