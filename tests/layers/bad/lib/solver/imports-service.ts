// refused by eslint(no-restricted-imports): lib/solver decides where
export { addItem } from '@/lib/services/cart/add-item';
