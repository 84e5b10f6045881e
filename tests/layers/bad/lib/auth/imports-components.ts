// refused by eslint(no-restricted-imports): lib/auth never imports pages
export { Button } from '@/components/ui/button';
