// refused by eslint(no-restricted-imports): another layer is imported through @/
export { getCart } from '../../data/cart/get-cart';
