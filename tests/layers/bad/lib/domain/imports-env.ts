// refused by eslint(no-restricted-imports): lib/domain is pure
export { env } from '../env';
