// refused by eslint(no-restricted-imports): lib/data reads
export { solveCombination } from '@/lib/solver/combination-solver';
