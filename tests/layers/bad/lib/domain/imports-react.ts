// refused by eslint(no-restricted-imports): lib/domain is pure
export { cache } from 'react';
