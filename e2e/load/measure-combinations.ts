import { timeCombinations } from '@/tests/support/combination-bench';
import type { Finding } from './report';

/** The best choice of coupons at the limits: no requests, only the engine and its thread. */
export async function measureCombinations(count: number): Promise<Finding[]> {
  const { ordinary, adversarial, longestPause } = await timeCombinations(count);
  const what = 'best combination, 20 lines × 10 × 20 coupons';
  return [
    {
      what: `${what}, ordinary prices, median of ${ordinary.length}`,
      value: medianOf(ordinary),
      unit: 'ms',
      aim: { of: 'value', at: 'most', bound: 50 },
    },
    { what: '… slowest', value: Math.max(...ordinary), unit: 'ms' },
    {
      what: `${what}, adversarial prices, median of ${adversarial.length}`,
      value: medianOf(adversarial),
      unit: 'ms',
    },
    { what: '… slowest', value: Math.max(...adversarial), unit: 'ms', aim: { of: 'value', at: 'most', bound: 2000 } },
    { what: '… longest pause of the event loop meanwhile', value: longestPause, unit: 'ms' },
  ];
}

const medianOf = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
