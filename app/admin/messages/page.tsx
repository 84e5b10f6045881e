import type { Metadata } from 'next';
import Link from 'next/link';
import { DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { requireAdmin } from '@/lib/auth/guards';
import { type CampaignRow, listCampaigns } from '@/lib/data/admin/messages-campaigns';
import { countOf } from '@/lib/domain/admin/campaign-progress';
import {
  campaignPath,
  campaignSearchPath,
  MESSAGE_KIND_LABELS,
  readCampaignSearch,
  statusesOfTab,
} from '@/lib/domain/admin/message-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { CAMPAIGN_STATUS_LABELS } from '@/lib/domain/campaign-state';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { CampaignStatusBadge } from './_components/campaign-status';
import { MessagesHeader } from './_components/messages-header';
import { StatusBar } from './_components/status-bar';

export const metadata: Metadata = { title: '群发消息' };

export default async function CampaignsPage({ searchParams }: PageProps<'/admin/messages'>) {
  await requireAdmin();
  const search = readCampaignSearch(await searchParams);
  const { rows, total, pageCount } = await listCampaigns(search);
  return (
    <>
      <MessagesHeader current="campaigns" />
      <FilterForm action="/admin/messages" label="查找群发" clearHref={isFiltered(search) ? '/admin/messages' : null}>
        <FilterText name="q" label="标题" value={search.q} placeholder="标题里的词" />
        <FilterSelect
          name="kind"
          label="类型"
          value={search.kind}
          options={[
            { value: 'text', label: MESSAGE_KIND_LABELS.text },
            { value: 'template', label: MESSAGE_KIND_LABELS.template },
            { value: 'subscribe', label: MESSAGE_KIND_LABELS.subscribe },
          ]}
        />
        <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(CAMPAIGN_STATUS_LABELS)} />
      </FilterForm>
      <ListFrame
        total={total}
        unit="次群发"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => campaignSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有群发过消息，点「写新消息」开始。'}
      >
        <DataTable label="群发" align="middle" rows={rows} keyOf={({ id }) => id} columns={COLUMNS} />
      </ListFrame>
    </>
  );
}

const COLUMNS = [
  {
    header: '标题',
    cell: ({ id, title }: CampaignRow) => (
      <Link
        href={campaignPath(id)}
        prefetch={false}
        className="inline-flex min-h-9 min-w-24 items-center break-all font-medium text-link hover:underline"
      >
        {title}
      </Link>
    ),
  },
  { header: '状态', cell: ({ status }: CampaignRow) => <CampaignStatusBadge status={status} /> },
  { header: '类型', from: 'lg', cell: ({ kind }: CampaignRow) => MESSAGE_KIND_LABELS[kind] },
  {
    header: '收件人',
    numeric: true,
    from: 'sm',
    cell: ({ counts }: CampaignRow) => countOf(counts, statusesOfTab('all')),
  },
  {
    header: '进度',
    className: 'min-w-28 sm:min-w-40',
    cell: ({ counts }: CampaignRow) => <StatusBar counts={counts} />,
  },
  { header: '发送人', from: 'lg', cell: ({ sender }: CampaignRow) => sender },
  {
    header: '计划时间',
    from: 'md',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ scheduledAt }: CampaignRow) => shanghaiMinute(scheduledAt),
  },
] as const;
