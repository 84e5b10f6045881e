// refused by eslint(no-restricted-imports): lib/context is the only place that joins
export { createDb } from '@/db/client';
