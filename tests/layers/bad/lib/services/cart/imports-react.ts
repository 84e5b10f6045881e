// refused by eslint(no-restricted-imports): lib/services gets everything else through ctx
export { cache } from 'react';
