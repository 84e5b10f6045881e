// refused by eslint(no-restricted-imports): app holds routes only
export { solveCombination } from '@/lib/solver/combination-solver';
