import { z } from 'zod';
import { searchText } from './search-text';
import type { OrderStatus, RefundStatus } from './states';

/** The tabs of 我的订单, and the states each one shows. */
export const ORDER_TABS = ['all', 'pending', 'paid', 'closed', 'refunded'] as const;
export type OrderTab = (typeof ORDER_TABS)[number];
export const ORDER_TAB_LABELS = {
  all: '全部',
  pending: '待支付',
  paid: '已支付',
  closed: '已取消',
  refunded: '退款',
} as const satisfies Record<OrderTab, string>;

const TAB_STATUSES: Readonly<Record<OrderTab, readonly OrderStatus[] | null>> = {
  all: null,
  pending: ['pending'],
  paid: ['paid', 'partially_refunded'],
  closed: ['cancelled', 'expired'],
  refunded: ['partially_refunded', 'refunded'],
};

/** The tab of refunds shows orders with one of these, too: its money is still on the way. */
export const OPEN_REFUNDS = ['requested', 'approved', 'sending', 'unknown'] as const satisfies RefundStatus[];

/** Null: whatever the state. */
export const statusesOf = (tab: OrderTab): readonly OrderStatus[] | null => TAB_STATUSES[tab];

const MOST_PAGES = 10_000;

/** What the address asks for. Whatever makes no sense counts as not asked. */
const querySchema = z.object({
  status: z.enum(ORDER_TABS).catch('all'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1),
  q: searchText,
});
export type OrderQuery = z.output<typeof querySchema>;

export const readOrderQuery = (search: Readonly<Record<string, unknown>>): OrderQuery =>
  querySchema.parse({ status: search.status, page: search.page, q: search.q });

/** The address of a list of orders; what is usual is left out. */
export function ordersPath({ status, page, q }: OrderQuery): '/orders' | `/orders?${string}` {
  const search = new URLSearchParams();
  if (status !== 'all') search.set('status', status);
  if (q !== '') search.set('q', q);
  if (page > 1) search.set('page', String(page));
  const text = search.toString();
  return text === '' ? '/orders' : `/orders?${text}`;
}
