// refused by eslint(no-restricted-imports): the sandbox is the outside world
export { createDb } from '@/db/client';
