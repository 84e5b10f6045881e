import { describe, expect, it } from 'vitest';
import { bestCombination } from '@/lib/domain/best-combination';
import { fen } from '@/lib/domain/money';
import { adversarialInstance, fixed, heldCoupon, ordinaryInstance, TODAY } from '@/tests/support/combinations';
import { solverWithin } from './combination-solver';
import { solveInThread } from './solver-thread';

/** Solves, and counts how often a timer of this thread ticks meanwhile. */
async function ticksDuring<T>(work: () => Promise<T>): Promise<{ ticks: number; value: T }> {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  const value = await work();
  clearInterval(timer);
  return { ticks, value };
}

describe('the solver', () => {
  const cheap = ordinaryInstance(1);
  const dear = adversarialInstance('ladders', 1, 100_000);

  it('answers in this thread while its steps last', async () => {
    const { ticks, value } = await ticksDuring(() => solverWithin(Number.POSITIVE_INFINITY)(cheap));
    expect(value).toEqual(bestCombination(cheap));
    expect(ticks).toBe(0);
  });

  it('answers the same from a thread, while a timer goes on ticking here', async () => {
    const { ticks, value } = await ticksDuring(() => solverWithin(1000)(dear));
    expect(value).toEqual(bestCombination(dear));
    expect(ticks).toBeGreaterThan(10);
  });

  it('answers many at once, each its own', async () => {
    const inputs = Array.from({ length: 5 }, (_, i) => adversarialInstance('primes', i, 20_000));
    expect(await Promise.all(inputs.map(solverWithin(0)))).toEqual(inputs.map(bestCombination));
  });

  it('rejects what the engine throws on in its thread, which goes on', async () => {
    const line = { productId: 1, listFen: fen(100) };
    const wallet = [heldCoupon(1, fixed(10), 1)];
    await expect(solveInThread({ lines: [line, line], wallet, today: TODAY })).rejects.toThrow('settled twice');
    expect(await solveInThread({ lines: [line], wallet, today: TODAY })).toMatchObject({ payableFen: 90 });
  });
});
