// refused by eslint(no-restricted-imports): components know domain types and formatters only
export { createDb } from '@/db/client';
