// refused by eslint(no-restricted-imports): another layer is imported through @/
export { getCart } from '../lib/data/cart/get-cart';
