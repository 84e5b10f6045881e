// refused by eslint(no-restricted-imports): lib/services gets everything else through ctx
export { cookies } from 'next/headers';
