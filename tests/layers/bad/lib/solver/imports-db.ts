// refused by eslint(no-restricted-imports): lib/solver decides where
export { createDb } from '@/db/client';
