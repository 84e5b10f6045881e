// refused by eslint(no-restricted-imports): lib/jobs runs without Next
export { signIn } from '@/app/(auth)/sign-in/actions';
