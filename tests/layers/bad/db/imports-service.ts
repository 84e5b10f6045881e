// refused by eslint(no-restricted-imports): db imports Drizzle and lib/domain only
export { placeOrder } from '@/lib/services/settlement/place-order';
