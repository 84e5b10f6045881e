import { z } from 'zod';
import { PAYMENT_EVENT_SOURCES } from '@/lib/domain/payment';
import { PAYMENT_STATUSES } from '@/lib/domain/states';
import { choiceParam, dayParam, pageParam, searchPath, textParam } from './search-path';

const searchSchema = z.object({
  /** The beginning of an out_trade_no, a trade_no or an order number. */
  q: textParam,
  status: choiceParam(PAYMENT_STATUSES),
  /** Days on which it was begun, both inclusive. */
  from: dayParam,
  to: dayParam,
  page: pageParam,
});
export type PaymentSearch = z.output<typeof searchSchema>;

export const readPaymentSearch = ({ q, status, from, to, page }: Readonly<Record<string, unknown>>): PaymentSearch =>
  searchSchema.parse({ q, status, from, to, page });

export const paymentSearchPath = (search: Partial<PaymentSearch>) => searchPath('/admin/payments', search);

export const paymentPath = (id: number): `/admin/payments/${number}` => `/admin/payments/${id}`;

/** refused: what came is not Alipay's. people: it is, but no order expects it. */
export const EVENT_RESULTS = ['accepted', 'refused', 'people'] as const;
export type EventResult = (typeof EVENT_RESULTS)[number];
export const EVENT_RESULT_LABELS = {
  accepted: '验签通过',
  refused: '未通过验证',
  people: '需要人看',
} as const satisfies Record<EventResult, string>;

const eventSearchSchema = z.object({
  /** The beginning of an out_trade_no or of a notify_id. */
  q: textParam,
  source: choiceParam(PAYMENT_EVENT_SOURCES),
  result: choiceParam(EVENT_RESULTS),
  from: dayParam,
  to: dayParam,
  page: pageParam,
});
export type EventSearch = z.output<typeof eventSearchSchema>;

export const readEventSearch = (search: Readonly<Record<string, unknown>>): EventSearch => {
  const { q, source, result, from, to, page } = search;
  return eventSearchSchema.parse({ q, source, result, from, to, page });
};

export const eventSearchPath = (search: Partial<EventSearch>) => searchPath('/admin/payments/events', search);
