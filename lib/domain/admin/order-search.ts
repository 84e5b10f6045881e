import { z } from 'zod';
import { ORDER_STATUSES } from '@/lib/domain/states';
import { choiceParam, dayParam, pageParam, searchPath, textParam } from './search-path';

const searchSchema = z.object({
  /** The beginning of an order number, or part of a user's or a course's name. */
  q: textParam,
  status: choiceParam(ORDER_STATUSES),
  /** Days on which it was placed, both inclusive. */
  from: dayParam,
  to: dayParam,
  page: pageParam,
});
export type OrderSearch = z.output<typeof searchSchema>;

export const readOrderSearch = (search: Readonly<Record<string, unknown>>): OrderSearch =>
  searchSchema.parse({ q: search.q, status: search.status, from: search.from, to: search.to, page: search.page });

export const orderSearchPath = (search: Partial<OrderSearch>) => searchPath('/admin/orders', search);
