'use client';

import Link from 'next/link';
import { DataTable } from '@/components/admin/data-table';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { Alert } from '@/components/ui/alert';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { MessageStatusBadge } from '@/components/wechat/message-status';
import { countOf, isUnderWay, type Progress } from '@/lib/domain/admin/campaign-progress';
import {
  RECIPIENT_TAB_LABELS,
  RECIPIENT_TABS,
  type RecipientSearch,
  recipientsPath,
  statusesOfTab,
} from '@/lib/domain/admin/message-search';
import { userPath } from '@/lib/domain/admin/user-search';
import { StatusBar } from '../../_components/status-bar';
import { useProgress } from './use-progress';

interface LiveProgressProps {
  campaignId: number;
  search: RecipientSearch;
  /** As the server read it for this page. */
  initial: Progress;
}

/** What has become of a campaign's messages, recipient by recipient, as it happens. */
export function LiveProgress({ campaignId, search, initial }: LiveProgressProps) {
  const { data, isError } = useProgress(campaignId, search, initial);
  const { counts, rows, pageCount } = data.progress;
  return (
    <div className="grid min-w-0 gap-6">
      <Panel
        title="进度"
        aside={
          <span className="text-muted-foreground text-sm tabular-nums">{countOf(counts, statusesOfTab('all'))} 人</span>
        }
      >
        <div className="grid gap-3">
          <StatusBar counts={counts} />
          <p role="status" className="text-sm">
            {isUnderWay(counts) ? '正在发送，状态会自动更新。' : '已全部处理完。'}
          </p>
          {isError && <Alert tone="warning">暂时问不到最新的状态，正在重试。</Alert>}
        </div>
      </Panel>
      <Panel title="收件人" flush>
        <TabLinks
          label="收件人状态"
          tabs={RECIPIENT_TABS.map((tab) => ({
            href: recipientsPath(campaignId, { tab, page: 1 }),
            label: `${RECIPIENT_TAB_LABELS[tab]} ${countOf(counts, statusesOfTab(tab))}`,
            current: tab === search.tab,
          }))}
          className="tabular-nums"
        />
        {rows.length === 0 ? (
          <PanelEmpty>这里没有收件人。</PanelEmpty>
        ) : (
          <DataTable label="收件人" rows={rows} keyOf={({ id }) => id} columns={COLUMNS} />
        )}
      </Panel>
      <Pagination
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => recipientsPath(campaignId, { ...search, page })}
      />
    </div>
  );
}

type Row = Progress['rows'][number];

const COLUMNS = [
  {
    header: '用户',
    cell: ({ accountId, name }: Row) => (
      <Link
        href={userPath(accountId)}
        prefetch={false}
        className="inline-flex min-h-9 min-w-16 items-center break-words text-link hover:underline"
      >
        {name}
      </Link>
    ),
  },
  {
    header: '状态',
    cell: ({ status, reason }: Row) => (
      <span className="grid min-w-24 justify-items-start gap-1 py-1.5">
        <MessageStatusBadge status={status} />
        {reason && <span className="text-muted-foreground text-xs">{reason}</span>}
      </span>
    ),
  },
  {
    header: '尝试次数',
    numeric: true,
    from: 'sm',
    cell: ({ attempts }: Row) => <span className="inline-flex min-h-9 items-center">{attempts}</span>,
  },
] as const;
