// refused by eslint(no-restricted-imports): nothing imports e2e
export { startSite } from '../e2e/fixtures';
