import { z } from 'zod';

const MOST_PAGES = 10_000;
const pageSchema = z.coerce.number().int().min(1).max(MOST_PAGES).catch(1);

/** Which page of the 贝里 statement the address asks for, from 1. Whatever makes no sense is the first. */
export const readBeliPage = (search: Readonly<Record<string, unknown>>): number => pageSchema.parse(search.page);

export const beliPath = (page: number): '/account/beli' | `/account/beli?page=${number}` =>
  page > 1 ? `/account/beli?page=${page}` : '/account/beli';
