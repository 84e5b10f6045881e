import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { Panel } from '@/components/admin/panel';
import { Badge } from '@/components/ui/badge';
import { requireAdmin } from '@/lib/auth/guards';
import { listNotices, type NoticeView } from '@/lib/data/admin/notices';
import { TOPIC_LABELS } from '@/lib/domain/message-topic';
import { NoticeForm } from './_components/notice-form';

export const metadata: Metadata = { title: '通知设置' };

export default async function NoticesPage() {
  await requireAdmin();
  const notices = await listNotices();
  return (
    <>
      <AdminHeader
        title="通知设置"
        description="系统自己发给学员的通知：要不要发，用服务号里的哪个模板发。学员可以在「我的账号 → 消息」里关掉不想收的种类。"
      />
      <div className="grid gap-4">
        {notices.map((view) => (
          <Panel
            key={view.notice}
            title={view.title}
            aside={
              <span className="flex flex-wrap justify-end gap-2">
                <Badge>{TOPIC_LABELS[view.topic]}</Badge>
                <State view={view} />
              </span>
            }
          >
            {/* Saved elsewhere meanwhile: the form starts anew. */}
            <NoticeForm key={`${view.isOn} ${view.chosen}`} view={view} />
          </Panel>
        ))}
      </div>
    </>
  );
}

function State({ view: { isOn, chosen, carrier } }: { view: NoticeView }) {
  if (!isOn) return <Badge tone="neutral">已停用</Badge>;
  if (chosen === null && carrier === null) return <Badge tone="danger">没有模板</Badge>;
  return <Badge tone="success">已启用</Badge>;
}
