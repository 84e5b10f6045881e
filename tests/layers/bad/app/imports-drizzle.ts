// refused by eslint(no-restricted-imports): app holds routes only
export { sql } from 'drizzle-orm';
