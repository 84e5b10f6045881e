// refused by eslint(no-restricted-imports): lib/services gets everything else through ctx
export { createCtx } from '@/lib/context';
