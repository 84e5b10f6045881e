// refused by eslint(no-restricted-imports): components know domain types and formatters only
export { getCart } from '@/lib/data/cart/get-cart';
