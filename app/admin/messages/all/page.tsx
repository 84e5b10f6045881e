import type { Metadata } from 'next';
import Link from 'next/link';
import { DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { MessageStatusBadge } from '@/components/wechat/message-status';
import { requireAdmin } from '@/lib/auth/guards';
import { listAllMessages, type MessageRow } from '@/lib/data/admin/messages';
import {
  MESSAGE_KIND_LABELS,
  messageSearchPath,
  readMessageSearch,
  tracePath,
} from '@/lib/domain/admin/message-search';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { userPath } from '@/lib/domain/admin/user-search';
import { MESSAGE_STATUS_LABELS } from '@/lib/domain/message';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { MessagesHeader } from '../_components/messages-header';

export const metadata: Metadata = { title: '全部消息' };

export default async function AllMessagesPage({ searchParams }: PageProps<'/admin/messages/all'>) {
  await requireAdmin();
  const search = readMessageSearch(await searchParams);
  const { rows, total, pageCount } = await listAllMessages(search);
  return (
    <>
      <MessagesHeader current="all" />
      <FilterForm
        action="/admin/messages/all"
        label="查找消息"
        clearHref={isFiltered(search) ? '/admin/messages/all' : null}
      >
        <FilterText name="q" label="标题或收件人" value={search.q} placeholder="标题、昵称或用户名" />
        <FilterSelect name="status" label="状态" value={search.status} options={optionsOf(MESSAGE_STATUS_LABELS)} />
        <FilterSelect name="kind" label="类型" value={search.kind} options={optionsOf(MESSAGE_KIND_LABELS)} />
      </FilterForm>
      <ListFrame
        total={total}
        unit="条消息"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => messageSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有消息。支付、报名等通知和群发都会列在这里。'}
      >
        <DataTable label="消息" align="middle" rows={rows} keyOf={({ id }) => id} columns={COLUMNS} />
      </ListFrame>
    </>
  );
}

const LINK = 'inline-flex min-h-9 min-w-16 items-center break-words text-link hover:underline';

const COLUMNS = [
  {
    header: '收件人',
    cell: ({ accountId, name }: MessageRow) => (
      <Link href={userPath(accountId)} prefetch={false} className={LINK}>
        {name}
      </Link>
    ),
  },
  {
    header: '标题',
    cell: ({ id, title }: MessageRow) => (
      <Link href={tracePath(id)} prefetch={false} className={LINK}>
        {title}
      </Link>
    ),
  },
  {
    header: '状态',
    cell: ({ status, reason }: MessageRow) => (
      <span className="grid min-w-24 justify-items-start gap-1 py-1.5">
        <MessageStatusBadge status={status} />
        {reason && <span className="text-muted-foreground text-xs">{reason}</span>}
      </span>
    ),
  },
  { header: '类型', from: 'md', cell: ({ kind }: MessageRow) => MESSAGE_KIND_LABELS[kind] },
  {
    header: '时间',
    from: 'sm',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ createdAt }: MessageRow) => shanghaiMinute(createdAt),
  },
] as const;
