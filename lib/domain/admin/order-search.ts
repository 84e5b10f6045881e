import { z } from 'zod';
import { ORDER_STATUSES, type RefundStatus } from '@/lib/domain/states';
import { choiceParam, dayParam, pageParam, searchPath, textParam } from './search-path';

/** What may be asked of an order's refunds. */
export const REFUND_FILTERS = ['waiting', 'running', 'done', 'failed'] as const;
export type RefundFilter = (typeof REFUND_FILTERS)[number];
export const REFUND_FILTER_LABELS = {
  waiting: '待审核',
  running: '退款中',
  done: '有退款',
  failed: '退款失败',
} as const satisfies Record<RefundFilter, string>;
export const REFUND_FILTER_STATUSES: Readonly<Record<RefundFilter, readonly RefundStatus[]>> = {
  waiting: ['requested'],
  running: ['approved', 'sending', 'unknown'],
  done: ['succeeded'],
  failed: ['failed'],
};

const searchSchema = z.object({
  /** The beginning of an order number, or part of a user's or a course's name. */
  q: textParam,
  status: choiceParam(ORDER_STATUSES),
  refund: choiceParam(REFUND_FILTERS),
  /** Days on which it was placed, both inclusive. */
  from: dayParam,
  to: dayParam,
  page: pageParam,
});
export type OrderSearch = z.output<typeof searchSchema>;

export const readOrderSearch = (search: Readonly<Record<string, unknown>>): OrderSearch =>
  searchSchema.parse({
    q: search.q,
    status: search.status,
    refund: search.refund,
    from: search.from,
    to: search.to,
    page: search.page,
  });

export const orderSearchPath = (search: Partial<OrderSearch>) => searchPath('/admin/orders', search);

/** All orders that the list shows, as a CSV. */
export const ordersFile = (search: OrderSearch) => searchPath('/admin/orders/download', { ...search, page: 1 });
