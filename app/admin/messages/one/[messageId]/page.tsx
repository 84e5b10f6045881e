import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { Facts } from '@/components/admin/facts';
import { Panel } from '@/components/admin/panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { MessageStatusBadge } from '@/components/wechat/message-status';
import { PhoneCard } from '@/components/wechat/phone-card';
import { requireAdmin } from '@/lib/auth/guards';
import { findTrace, type MessageTrace } from '@/lib/data/admin/message-trace';
import { MESSAGE_KIND_LABELS } from '@/lib/domain/admin/message-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { userPath } from '@/lib/domain/admin/user-search';
import { TOPIC_LABELS } from '@/lib/domain/message-topic';
import { SEND_KIND_LABELS } from '@/lib/domain/wechat/send-kind';
import { CauseLink } from './_components/cause-link';
import { Timeline } from './_components/timeline';

export const metadata: Metadata = { title: '消息详情' };

export default async function TracePage({ params }: PageProps<'/admin/messages/one/[messageId]'>) {
  await requireAdmin();
  const id = pathId((await params).messageId);
  const trace = id === null ? null : await findTrace(id);
  if (!trace) notFound();
  return (
    <>
      <AdminHeader
        title={trace.title}
        actions={<MessageStatusBadge status={trace.status} />}
        above={
          <Breadcrumbs
            crumbs={[
              { label: '消息', href: '/admin/messages' },
              { label: '全部消息', href: '/admin/messages/all' },
              { label: `#${trace.id}` },
            ]}
          />
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-4">
          <About trace={trace} />
          <Timeline trace={trace} />
        </div>
        <Panel title="内容">
          <PhoneCard
            message={
              trace.lines.length === 0
                ? { kind: 'text', text: trace.text }
                : {
                    kind: 'template',
                    title: trace.template ?? trace.title,
                    lines: trace.lines.map(([label, value]) => ({ label, value })),
                    isLink: true,
                  }
            }
            caption="要告诉学员的内容"
          />
        </Panel>
      </div>
    </>
  );
}

function About({ trace }: { trace: MessageTrace }) {
  const { account, wechatName, kind, topic, sentAs, template, attempts, msgid, reason } = trace;
  return (
    <Panel title="基本信息">
      <Facts
        facts={[
          {
            label: '收件人',
            value: (
              <Link href={userPath(account.id)} prefetch={false} className="text-link hover:underline">
                {account.name}
              </Link>
            ),
          },
          { label: '微信', value: wechatName || null },
          { label: '起因', value: <CauseLink view={trace.cause} /> },
          { label: '类型', value: `${MESSAGE_KIND_LABELS[kind]} · ${TOPIC_LABELS[topic]}` },
          { label: '发送方式', value: sentAs && SEND_KIND_LABELS[sentAs] },
          { label: '模板', value: template },
          { label: '尝试次数', value: attempts },
          { label: '微信编号', value: msgid },
          { label: '原因', value: reason },
        ]}
      />
    </Panel>
  );
}
