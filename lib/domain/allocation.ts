/**
 * Spreads `total` over `weights` in whole units by the largest remainder; equal remainders favour the earlier.
 * Needs 0 ≤ total ≤ Σ weights; then Σ shares = total and no share exceeds its weight.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!(total >= 0 && total <= sum)) throw new RangeError(`cannot allocate ${total} over ${sum}`);
  if (total === 0) return weights.map(() => 0);

  // BigInt: total × weight may pass 2^53.
  const parts = weights.map((weight, index) => {
    const scaled = BigInt(total) * BigInt(weight);
    return { index, share: Number(scaled / BigInt(sum)), remainder: scaled % BigInt(sum) };
  });
  const left = total - parts.reduce((a, part) => a + part.share, 0);
  const byRemainder = [...parts].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  const favoured = new Set(byRemainder.slice(0, left).map((part) => part.index));
  return parts.map((part) => part.share + (favoured.has(part.index) ? 1 : 0));
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
