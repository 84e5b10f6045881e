// refused by eslint(no-restricted-imports): lib/services gets everything else through ctx
export { solveCombination } from '@/lib/solver/combination-solver';
