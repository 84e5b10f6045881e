import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { Facts } from '@/components/admin/facts';
import { Panel } from '@/components/admin/panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { type CampaignDetail, findCampaign, getProgress } from '@/lib/data/admin/messages-campaigns';
import { MESSAGE_KIND_LABELS, readRecipientSearch } from '@/lib/domain/admin/message-search';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { MessagePreview } from '../_components/message-preview';
import { LiveProgress } from './_components/live-progress';

export const metadata: Metadata = { title: '群发' };

export default async function CampaignPage({ params, searchParams }: PageProps<'/admin/messages/[id]'>) {
  await requireAdmin();
  const { id } = await params;
  const campaign = /^\d{1,15}$/.test(id) ? await findCampaign(Number(id)) : null;
  if (!campaign) notFound();
  const search = readRecipientSearch(await searchParams);
  const progress = await getProgress(campaign.id, search);
  return (
    <>
      <AdminHeader
        title={<span className="break-all">{campaign.title}</span>}
        above={<Breadcrumbs crumbs={[{ label: '消息', href: '/admin/messages' }, { label: `群发 #${campaign.id}` }]} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <LiveProgress campaignId={campaign.id} search={search} initial={progress} />
        <div className="grid gap-6">
          <Panel title="发送">
            <Facts
              facts={[
                { label: '收件人', value: campaign.audience },
                { label: '类型', value: MESSAGE_KIND_LABELS[campaign.content.kind] },
                { label: '发送人', value: campaign.sender },
                { label: '时间', value: shanghaiMinute(campaign.createdAt) },
              ]}
            />
          </Panel>
          <Sent campaign={campaign} />
        </div>
      </div>
    </>
  );
}

function Sent({ campaign: { content, template } }: { campaign: CampaignDetail }) {
  if (content.kind === 'notice') return null;
  if (content.kind === 'text') return <MessagePreview message={content} />;
  const labels = new Map(template?.fields.map(({ name, label }) => [name, label]));
  const order = template?.fields.map(({ name }) => name) ?? Object.keys(content.data);
  return (
    <MessagePreview
      message={{
        kind: 'template',
        title: template?.title ?? '（模板已不在服务号里）',
        lines: order.map((name) => ({ label: labels.get(name) || name, value: content.data[name] ?? '' })),
        isLink: content.path !== null,
      }}
    />
  );
}
