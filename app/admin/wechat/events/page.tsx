import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminHeader } from '@/components/admin/admin-header';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterDay, FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { requireAdmin } from '@/lib/auth/guards';
import { listWechatEvents, type WechatEventRow } from '@/lib/data/admin/wechat-events';
import { isFiltered } from '@/lib/domain/admin/search-path';
import {
  PUSH_LABELS,
  readWechatEventSearch,
  type WechatEventSearch,
  wechatEventPath,
  wechatEventSearchPath,
} from '@/lib/domain/admin/wechat-event-search';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { plainReply } from '@/lib/domain/wechat/plain-reply';
import { aboutWords } from './_components/about-words';
import { Person } from './_components/pushed-by';

export const metadata: Metadata = { title: '公众号事件' };

export default async function EventsPage({ searchParams }: PageProps<'/admin/wechat/events'>) {
  await requireAdmin();
  const search = readWechatEventSearch(await searchParams);
  const { rows, total, pageCount } = await listWechatEvents(search);
  return (
    <>
      <AdminHeader
        title="公众号事件"
        description="近 90 天微信推送来的消息和事件，签名都核对过；签名不对的不会留下。取消关注的人，内容已经清除。"
      />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="条推送"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => wechatEventSearchPath({ ...search, page })}
        empty={isFiltered(search) ? null : '还没有收到微信的推送。'}
      >
        <DataTable label="公众号事件" align="middle" rows={rows} keyOf={({ id }) => id} columns={COLUMNS} />
      </ListFrame>
    </>
  );
}

const COLUMNS: readonly Column<WechatEventRow>[] = [
  {
    header: '什么',
    cell: ({ id, kind, receivedAt, about }) => (
      <>
        <Link
          href={wechatEventPath(id)}
          prefetch={false}
          className="inline-flex min-h-9 items-center whitespace-nowrap font-medium text-link hover:underline"
        >
          {PUSH_LABELS[kind]}
        </Link>
        <span className="block whitespace-nowrap text-muted-foreground text-xs tabular-nums md:hidden">
          {shanghaiSecond(receivedAt)}
        </span>
        {/* On a phone, where the column for it is hidden. */}
        <span className="line-clamp-2 break-all sm:hidden">{aboutWords({ kind, about })}</span>
      </>
    ),
  },
  { header: '谁', cell: ({ person }) => <Person person={person} />, className: 'min-w-24' },
  {
    header: '内容',
    cell: (row) => <p className="line-clamp-3 break-words">{aboutWords(row) ?? '—'}</p>,
    from: 'sm',
    className: 'min-w-32',
  },
  {
    header: '回复',
    cell: ({ reply }) => (
      <p className="line-clamp-3 break-words text-muted-foreground">{reply === null ? '—' : plainReply(reply)}</p>
    ),
    from: 'sm',
    className: 'min-w-40',
  },
  {
    header: '收到',
    cell: ({ receivedAt, handledAt }) => (
      <>
        {shanghaiSecond(receivedAt)}
        {handledAt === null && <span className="block text-xs">还没有处理完</span>}
      </>
    ),
    from: 'md',
    className: 'whitespace-nowrap tabular-nums text-muted-foreground',
  },
];

function Filters({ search }: { search: WechatEventSearch }) {
  return (
    <FilterForm
      action="/admin/wechat/events"
      label="筛选事件"
      clearHref={isFiltered(search) ? wechatEventSearchPath({}) : null}
    >
      <FilterText name="q" label="谁" value={search.q} placeholder="微信昵称、账号或用户名" />
      <FilterSelect name="kind" label="什么" value={search.kind} options={optionsOf(PUSH_LABELS)} />
      <FilterDay name="day" label="日期" value={search.day} />
      {search.person !== null && <input type="hidden" name="person" value={search.person} />}
    </FilterForm>
  );
}
