// refused by eslint(no-restricted-imports): lib/jobs runs without Next
export { after } from 'next/server';
