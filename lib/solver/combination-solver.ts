import { bestCombinationWithin, type CombinationSolver } from '@/lib/domain/best-combination';
import { solveInThread } from './solver-thread';

/** Twice what ordinary prices take; a process is kept from its other requests for some ms. */
const STEPS_IN_PROCESS = 3_000_000;

/** Solves in this thread what takes at most so many steps, and anything else, from the start, in a thread of its own. */
export const solverWithin =
  (steps: number): CombinationSolver =>
  async (input) =>
    bestCombinationWithin(steps, input) ?? solveInThread(input);

export const solveCombination = solverWithin(STEPS_IN_PROCESS);
