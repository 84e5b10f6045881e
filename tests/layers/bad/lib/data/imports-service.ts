// refused by eslint(no-restricted-imports): lib/data reads
export { addItem } from '@/lib/services/cart/add-item';
