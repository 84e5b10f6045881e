// refused by eslint(no-restricted-imports): another layer is imported through @/
export { env } from '../../env';
