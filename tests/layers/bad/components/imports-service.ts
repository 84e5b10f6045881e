// refused by eslint(no-restricted-imports): components know domain types and formatters only
export { addItem } from '@/lib/services/cart/add-item';
