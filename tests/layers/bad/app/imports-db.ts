// refused by eslint(no-restricted-imports): app holds routes only
export { createDb } from '@/db/client';
