// refused by eslint(no-restricted-imports): db imports Drizzle and lib/domain only
export { revalidateTag } from 'next/cache';
