// refused by eslint(no-restricted-imports): lib/solver decides where
export { createCtx } from '@/lib/context';
