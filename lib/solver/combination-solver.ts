import { bestCombination, type CombinationSolver } from '@/lib/domain/best-combination';

/** Finds the best combination in this thread. */
export const solveCombination: CombinationSolver = (input) => Promise.resolve(bestCombination(input));
