// refused by eslint(no-restricted-imports): db imports Drizzle and lib/domain only
export { env } from '@/lib/env';
