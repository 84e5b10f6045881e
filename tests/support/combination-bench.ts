import { monitorEventLoopDelay } from 'node:perf_hooks';
import { bestCombination, type CombinationInput } from '@/lib/domain/best-combination';
import { solveCombination } from '@/lib/solver/combination-solver';
import { ADVERSARIAL, adversarialInstance, ordinaryInstance } from './combinations';

/** How often each was solved, and how long that took, in ms. */
export interface CombinationTimes {
  readonly ordinary: readonly number[];
  readonly adversarial: readonly number[];
  /** The longest that timers had to wait while the adversarial ones were solved. */
  readonly longestPause: number;
}

const WARM_UP = 30;
const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** Solves instances at the limits (20 lines × 10 coupons × 20 for the order), each once. Prices are up to ¥10,000. */
export async function timeCombinations(count: number): Promise<CombinationTimes> {
  for (const seed of seeds(WARM_UP)) bestCombination(ordinaryInstance(1000 + seed));
  const ordinary = seeds(count).map((seed) => {
    const input = ordinaryInstance(seed);
    const begun = performance.now();
    bestCombination(input);
    return performance.now() - begun;
  });

  const inputs = seeds(Math.ceil(count / 20)).flatMap((seed) =>
    ADVERSARIAL.flatMap((kind) => [100_000, 1_000_000].map((most) => adversarialInstance(kind, seed, most))),
  );
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const adversarial: number[] = [];
  for (const input of inputs) adversarial.push(await timeSolving(input));
  delay.disable();
  return { ordinary, adversarial, longestPause: delay.max / 1e6 };
}

async function timeSolving(input: CombinationInput): Promise<number> {
  const begun = performance.now();
  await solveCombination(input);
  return performance.now() - begun;
}
