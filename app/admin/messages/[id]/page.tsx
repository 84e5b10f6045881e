import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { Facts } from '@/components/admin/facts';
import { Panel } from '@/components/admin/panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PhoneCard } from '@/components/wechat/phone-card';
import { requireAdmin } from '@/lib/auth/guards';
import { type CampaignDetail, findCampaign } from '@/lib/data/admin/messages-campaigns';
import { getProgress } from '@/lib/data/admin/messages-progress';
import { MESSAGE_KIND_LABELS, readRecipientSearch } from '@/lib/domain/admin/message-search';
import { pathId } from '@/lib/domain/admin/search-path';
import type { CardContent } from '@/lib/domain/message';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { LiveProgress } from './_components/live-progress';

export const metadata: Metadata = { title: '群发' };

export default async function CampaignPage({ params, searchParams }: PageProps<'/admin/messages/[id]'>) {
  await requireAdmin();
  const campaign = await findCampaign(pathId((await params).id) ?? 0);
  if (!campaign) notFound();
  const search = readRecipientSearch(await searchParams);
  const progress = await getProgress(campaign.id, search);
  if (!progress) notFound();
  return (
    <>
      <AdminHeader
        title={<span className="break-all">{campaign.title}</span>}
        above={<Breadcrumbs crumbs={[{ label: '消息', href: '/admin/messages' }, { label: `群发 #${campaign.id}` }]} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <LiveProgress
          campaignId={campaign.id}
          search={search}
          scheduledAt={shanghaiMinute(campaign.scheduledAt)}
          initial={progress}
        />
        <div className="grid gap-6">
          <About campaign={campaign} />
          <Sent campaign={campaign} />
        </div>
      </div>
    </>
  );
}

function About({ campaign }: { campaign: CampaignDetail }) {
  const { audience, content, sender, createdAt, scheduledAt, startedAt, finishedAt } = campaign;
  return (
    <Panel title="发送">
      <Facts
        facts={[
          { label: '收件人', value: audience },
          { label: '类型', value: MESSAGE_KIND_LABELS[content.kind] },
          { label: '发送人', value: sender },
          { label: '创建时间', value: shanghaiMinute(createdAt) },
          { label: '计划时间', value: shanghaiMinute(scheduledAt) },
          { label: '开始时间', value: startedAt && shanghaiMinute(startedAt) },
          { label: '完成时间', value: finishedAt && shanghaiMinute(finishedAt) },
        ]}
      />
    </Panel>
  );
}

function Sent({ campaign: { content, template } }: { campaign: CampaignDetail }) {
  if (content.kind === 'notice') return null;
  if (content.kind !== 'text') return <PhoneCard message={cardOf(content, template)} />;
  return (
    <>
      <PhoneCard message={content} />
      {content.fallback && (
        <PhoneCard message={cardOf(content.fallback, template)} caption="超过 48 小时的人收到的样子" />
      )}
    </>
  );
}

function cardOf(content: CardContent, template: CampaignDetail['template']) {
  const labels = new Map(template?.fields.map(({ name, label }) => [name, label]));
  const order = template?.fields.map(({ name }) => name) ?? Object.keys(content.data);
  return {
    kind: 'template',
    title: template?.title ?? '（模板已不在服务号里）',
    lines: order.map((name) => ({ label: labels.get(name) || name, value: content.data[name] ?? '' })),
    isLink: content.path !== null,
  } as const;
}
