// refused by eslint(no-restricted-imports): lib/domain is pure
export { createDb } from '@/db/client';
