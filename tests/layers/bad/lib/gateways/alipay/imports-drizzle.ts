// refused by eslint(no-restricted-imports): lib/gateways knows the protocol only
export { sql } from 'drizzle-orm';
