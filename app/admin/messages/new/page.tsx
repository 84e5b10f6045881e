import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { type ComposeData, getComposeData } from '@/lib/data/admin/messages-compose';
import { ACCOUNT_ROLE_LABELS } from '@/lib/domain/account';
import { type ComposeSearch, composePath, filterOf, readComposeSearch } from '@/lib/domain/admin/message-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { Composer } from './_components/composer';

export const metadata: Metadata = { title: '写新消息' };

export default async function NewMessagePage({ searchParams }: PageProps<'/admin/messages/new'>) {
  await requireAdmin();
  const search = readComposeSearch(await searchParams);
  const data = await getComposeData(search);
  return (
    <>
      <AdminHeader
        title="写新消息"
        description="发给已绑定微信的用户，一位、几位，或符合条件的全部。"
        above={<Breadcrumbs crumbs={[{ label: '消息', href: '/admin/messages' }, { label: '写新消息' }]} />}
      />
      <Composer
        // One key for each form that is shown: sending it twice makes one campaign.
        formKey={randomUUID()}
        search={search}
        data={data}
        filter={<RecipientFilter search={search} products={data.products} />}
      />
    </>
  );
}

function RecipientFilter({ search, products }: { search: ComposeSearch; products: ComposeData['products'] }) {
  const { template, fallback } = search;
  return (
    <FilterForm
      action="/admin/messages/new"
      label="查找收件人"
      clearHref={isFiltered(filterOf(search)) ? composePath({ template, fallback }) : null}
    >
      {template !== null && <input type="hidden" name="template" value={template} />}
      {fallback !== null && <input type="hidden" name="fallback" value={fallback} />}
      <FilterText name="q" label="昵称或用户名" value={search.q} placeholder="昵称、用户名或微信名" />
      <FilterSelect name="role" label="角色" value={search.role} options={optionsOf(ACCOUNT_ROLE_LABELS)} />
      <FilterSelect
        name="bought"
        label="买过的课程"
        value={search.bought === null ? null : String(search.bought)}
        options={[
          { value: 'any', label: '买过任意课程' },
          { value: 'none', label: '还没有买过' },
          ...products.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <FilterSelect
        name="unpaid"
        label="待支付的订单"
        value={search.unpaid}
        options={[{ value: 'yes', label: '有' }]}
      />
      <FilterSelect
        name="expiring"
        label="课程到期"
        value={search.expiring === null ? null : String(search.expiring)}
        options={daysOptions([3, 7, 14, 30, 60], search.expiring, (days) => `${days} 天内`)}
      />
      <FilterSelect
        name="idle"
        label="没有学习"
        value={search.idle === null ? null : String(search.idle)}
        options={daysOptions([3, 7, 14, 30, 90], search.idle, (days) => `${days} 天以上`)}
      />
    </FilterForm>
  );
}

/** The usual numbers of days, and the one that the address says. */
const daysOptions = (usual: readonly number[], asked: number | null, labelOf: (days: number) => string) =>
  [...new Set([...usual, ...(asked === null ? [] : [asked])])]
    .sort((a, b) => a - b)
    .map((days) => ({ value: String(days), label: labelOf(days) }));
