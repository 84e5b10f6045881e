import type { Metadata } from 'next';
import { FilterDay, FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { requireAdmin } from '@/lib/auth/guards';
import { listPaymentEvents } from '@/lib/data/admin/payment-events';
import {
  EVENT_RESULT_LABELS,
  type EventSearch,
  eventSearchPath,
  readEventSearch,
} from '@/lib/domain/admin/payment-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { SOURCE_LABELS } from '@/lib/domain/payment-labels';
import { EventList } from '../_components/event-list';
import { PaymentsHeader } from '../_components/payments-header';

export const metadata: Metadata = { title: '支付消息' };

export default async function PaymentEventsPage({ searchParams }: PageProps<'/admin/payments/events'>) {
  await requireAdmin();
  const search = readEventSearch(await searchParams);
  const { rows, total, pageCount } = await listPaymentEvents(search);
  return (
    <>
      <PaymentsHeader current="events" />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="条消息"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => eventSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有支付宝的消息。'}
      >
        <EventList events={rows} withPayment />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: EventSearch }) {
  return (
    <FilterForm
      action="/admin/payments/events"
      label="筛选消息"
      clearHref={isFiltered(search) ? eventSearchPath({}) : null}
    >
      <FilterText name="q" label="编号" value={search.q} placeholder="支付编号或 notify_id 的开头" />
      <FilterSelect name="source" label="来源" value={search.source} options={optionsOf(SOURCE_LABELS)} />
      <FilterSelect name="result" label="结果" value={search.result} options={optionsOf(EVENT_RESULT_LABELS)} />
      <FilterDay name="from" label="日期从" value={search.from} />
      <FilterDay name="to" label="到" value={search.to} />
    </FilterForm>
  );
}
