import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { Facts } from '@/components/admin/facts';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { findWechatEvent, type WechatEventDetail } from '@/lib/data/admin/wechat-events';
import { pathId } from '@/lib/domain/admin/search-path';
import { PUSH_LABELS } from '@/lib/domain/admin/wechat-event-search';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { plainReply } from '@/lib/domain/wechat/plain-reply';
import { aboutWords } from '../_components/about-words';
import { Person } from '../_components/pushed-by';

export const metadata: Metadata = { title: '公众号事件' };

export default async function EventPage({ params }: PageProps<'/admin/wechat/events/[eventId]'>) {
  await requireAdmin();
  const id = pathId((await params).eventId);
  const event = id === null ? undefined : await findWechatEvent(id);
  if (!event) notFound();
  const { kind, reply, content } = event;
  return (
    <>
      <AdminHeader
        above={
          <Breadcrumbs crumbs={[{ label: '公众号事件', href: '/admin/wechat/events' }, { label: `#${event.id}` }]} />
        }
        title={PUSH_LABELS[kind]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title="这次推送">
          <Facts facts={factsOf(event)} />
        </Panel>
        <Panel title="当时的回复" flush>
          {reply === null ? (
            <PanelEmpty>没有回复文字。</PanelEmpty>
          ) : (
            <p className="whitespace-pre-wrap break-words p-4 text-sm">{plainReply(reply, true)}</p>
          )}
        </Panel>
        <Panel title="原文" flush className="lg:col-span-2">
          {content === null ? (
            <PanelEmpty>这个人取消了关注，内容已经清除。</PanelEmpty>
          ) : (
            <pre className="whitespace-pre-wrap break-all p-4 text-xs">{JSON.stringify(content, null, 2)}</pre>
          )}
        </Panel>
      </div>
    </>
  );
}

const factsOf = (event: WechatEventDetail) => [
  { label: '微信的名称', value: event.name },
  { label: '谁', value: <Person person={event.person} /> },
  { label: '内容', value: aboutWords(event) },
  { label: '发生', value: shanghaiSecond(event.happenedAt) },
  { label: '收到', value: shanghaiSecond(event.receivedAt) },
  { label: '处理完', value: event.handledAt ? shanghaiSecond(event.handledAt) : '还没有' },
  { label: '签名', value: '核对过' },
];
