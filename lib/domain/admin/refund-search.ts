import { z } from 'zod';
import { REFUND_SOURCES } from '@/lib/domain/refund-kinds';
import { REFUND_STATUSES } from '@/lib/domain/states';
import { choiceParam, dayParam, pageParam, searchPath, textParam } from './search-path';

const searchSchema = z.object({
  /** The beginning of an order number, or part of a user's name. */
  q: textParam,
  status: choiceParam(REFUND_STATUSES),
  source: choiceParam(REFUND_SOURCES),
  /** Days on which it was asked for, both inclusive. */
  from: dayParam,
  to: dayParam,
  page: pageParam,
});
export type RefundSearch = z.output<typeof searchSchema>;

export const readRefundSearch = (search: Readonly<Record<string, unknown>>): RefundSearch =>
  searchSchema.parse({
    q: search.q,
    status: search.status,
    source: search.source,
    from: search.from,
    to: search.to,
    page: search.page,
  });

export const refundSearchPath = (search: Partial<RefundSearch>) => searchPath('/admin/refunds', search);

export const refundPath = (id: number) => `/admin/refunds/${id}` as const;
