import Link from 'next/link';
import { DataTable } from '@/components/admin/data-table';
import { DownloadLink } from '@/components/admin/download-link';
import { FilterText } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { MessageStatusBadge } from '@/components/wechat/message-status';
import { countOf, type Progress } from '@/lib/domain/admin/campaign-progress';
import {
  campaignPath,
  RECIPIENT_TAB_LABELS,
  RECIPIENT_TABS,
  type RecipientSearch,
  recipientsFilePath,
  recipientsPath,
  statusesOfTab,
} from '@/lib/domain/admin/message-search';
import { userPath } from '@/lib/domain/admin/user-search';

interface RecipientLogProps {
  campaignId: number;
  search: RecipientSearch;
  progress: Progress;
}

/** Everyone a campaign goes to, with what became of their message. */
export function RecipientLog({ campaignId, search, progress: { counts, rows, pageCount } }: RecipientLogProps) {
  const { tab, q } = search;
  const shownTabs = RECIPIENT_TABS.filter(
    (each) => ['all', 'open', tab].includes(each) || countOf(counts, statusesOfTab(each)) > 0,
  );
  return (
    <div className="grid min-w-0">
      <FilterForm
        action={campaignPath(campaignId)}
        label="查找收件人"
        clearHref={q === '' ? null : recipientsPath(campaignId, { tab, q: '', page: 1 })}
      >
        {tab !== 'all' && <input type="hidden" name="tab" value={tab} />}
        <FilterText name="q" label="收件人" value={q} placeholder="昵称或用户名" />
      </FilterForm>
      <Panel title="收件人" aside={<DownloadLink href={recipientsFilePath(campaignId, search)} />} flush>
        <TabLinks
          label="收件人状态"
          tabs={shownTabs.map((each) => ({
            href: recipientsPath(campaignId, { tab: each, q, page: 1 }),
            label: `${RECIPIENT_TAB_LABELS[each]} ${countOf(counts, statusesOfTab(each))}`,
            current: each === tab,
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
    cell: ({ status, reason, fellBack }: Row) => (
      <span className="grid min-w-24 justify-items-start gap-1 py-1.5">
        <MessageStatusBadge status={status} />
        {fellBack && <span className="text-muted-foreground text-xs">超过 48 小时，改发模板</span>}
        {reason && <span className="text-muted-foreground text-xs">{reason}</span>}
      </span>
    ),
  },
  {
    header: '最近一次发送',
    from: 'md',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ triedAt }: Row) => <span className="inline-flex min-h-9 items-center">{triedAt ?? '—'}</span>,
  },
  {
    header: '尝试次数',
    numeric: true,
    from: 'sm',
    cell: ({ attempts }: Row) => <span className="inline-flex min-h-9 items-center">{attempts}</span>,
  },
] as const;
