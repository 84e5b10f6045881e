import { timeClaims } from '@/tests/support/claim-bench';
import type { Finding } from './report';
import type { Scene } from './scene';

/** Claims of one hot coupon against the conditional UPDATE that no claim can do without, on the same database. */
export async function measureClaims({ shop, students, count, times }: Scene): Promise<Finding[]> {
  const taken = await students.take(count);
  const { claims, updates } = await timeClaims(
    shop.databaseUrl,
    taken.map(({ id }) => id),
    times,
  );
  return [
    {
      what: 'claims of one coupon (against a conditional UPDATE)',
      value: medianOf(claims),
      unit: 'per s',
      bare: medianOf(updates),
      runs: claims,
      aim: { of: 'ratio', at: 'least', bound: 0.5 },
    },
  ];
}

const medianOf = (rates: readonly number[]): number =>
  [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? Number.NaN;
