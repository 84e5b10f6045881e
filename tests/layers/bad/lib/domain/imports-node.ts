// refused by eslint(no-restricted-imports): lib/domain is pure
export { randomUUID } from 'node:crypto';
