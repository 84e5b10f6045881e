import type { Decision } from './types';

export interface DecisionGroup {
  readonly sentence: string;
  readonly chosen: boolean;
  /** How many coupons it speaks of: copies of one coupon are told apart by nothing that it says. */
  readonly count: number;
}

/** The decisions as one reads them: what is used first, and every sentence once. */
export function groupDecisions(decisions: readonly Decision[]): DecisionGroup[] {
  const groups = new Map<string, DecisionGroup>();
  for (const { sentence, chosen } of decisions) {
    const same = groups.get(sentence);
    groups.set(sentence, { sentence, chosen: chosen || same?.chosen === true, count: (same?.count ?? 0) + 1 });
  }
  return [...groups.values()].sort((a, b) => Number(b.chosen) - Number(a.chosen));
}
