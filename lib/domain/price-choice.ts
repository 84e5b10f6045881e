/** One price policy: an amount in fen for a number of days. */
export interface PriceChoice {
  readonly id: number;
  readonly validDays: number;
  readonly priceFen: number;
}

/** The policy to propose: the shortest that covers the recommended days of study, else the longest; null without any. */
export function recommendedPolicy<P extends PriceChoice>(policies: readonly P[], studyDays: number): P | null {
  const byDays = policies.toSorted((a, b) => a.validDays - b.validDays);
  return byDays.find((policy) => policy.validDays >= studyDays) ?? byDays.at(-1) ?? null;
}

/** Fen per day, rounded half up: for comparing, never for charging. */
export const fenPerDay = ({ priceFen, validDays }: PriceChoice): number => Math.round(priceFen / validDays);
