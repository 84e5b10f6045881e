import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminHeader } from '@/components/admin/admin-header';
import { AuditTable } from '@/components/admin/audit-table';
import { type Column, DataTable } from '@/components/admin/data-table';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/guards';
import { getInviteFunnel, getInviteRuleForm, type Leader, listLeaders } from '@/lib/data/admin/invites';
import {
  FUNNEL_SPAN_LABELS,
  FUNNEL_SPANS,
  type FunnelSpan,
  invitesPath,
  readFunnelSpan,
  spanDays,
} from '@/lib/domain/admin/invite-search';
import { userPath } from '@/lib/domain/admin/user-search';
import { REWARD_TIME } from '@/lib/domain/invite-words';
import { Funnel } from './_components/funnel';
import { RuleForm } from './_components/rule-form';

export const metadata: Metadata = { title: '邀请' };

export default async function InvitesPage({ searchParams }: PageProps<'/admin/invites'>) {
  await requireAdmin();
  const span = readFunnelSpan(await searchParams);
  const days = spanDays(span);
  const [funnel, leaders, rule] = await Promise.all([getInviteFunnel(days), listLeaders(days), getInviteRuleForm()]);
  return (
    <>
      <AdminHeader title="邀请" description="学员邀请新学员：谁带来了谁，走到了哪一步，奖励怎么发。" />
      <Spans current={span} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Panel title="漏斗">
          <Funnel funnel={funnel} />
          <p className="mt-4 text-muted-foreground text-xs">
            新账号也来自链接。{span !== 'all' && '一段时间内的扫码按微信推送计算，已取消关注的人不再计入；'}
            付款、奖励按这段时间加入的人计算。
          </p>
        </Panel>
        <Panel title="邀请奖励">
          <RuleForm rule={rule.form} choices={rule.choices} />
          <p className="mt-4 text-muted-foreground text-xs">
            {REWARD_TIME}
            ，每小时发放一次，双方各一份；被停用的账号得不到。券停发、过期或发完时奖励等在那里，换一种奖励后补发。
          </p>
        </Panel>
        <Panel title="邀请最多的人" flush className="xl:col-span-2">
          {leaders.length === 0 ? (
            <PanelEmpty>这段时间还没有人邀请到新学员。</PanelEmpty>
          ) : (
            <DataTable label="邀请最多的人" columns={COLUMNS} rows={leaders} keyOf={({ id }) => id} />
          )}
        </Panel>
        <Panel title="奖励的修改记录" flush className="xl:col-span-2">
          {rule.audit.length === 0 ? (
            <PanelEmpty>还没有修改过。</PanelEmpty>
          ) : (
            <AuditTable items={rule.audit} hideSubject />
          )}
        </Panel>
      </div>
    </>
  );
}

function Spans({ current }: { current: FunnelSpan }) {
  const tabs = FUNNEL_SPANS.map((span) => ({
    href: invitesPath(span),
    label: FUNNEL_SPAN_LABELS[span],
    current: span === current,
  }));
  return <TabLinks label="时间" tabs={tabs} className="mb-4" />;
}

const COLUMNS: readonly Column<Leader>[] = [
  {
    header: '用户',
    cell: ({ id, username, nickname }) => (
      <Link href={userPath(id)} prefetch={false} className="text-link hover:underline">
        {username}
        {nickname !== username && <span className="ml-2 text-muted-foreground">{nickname}</span>}
      </Link>
    ),
  },
  { header: '新账号', cell: ({ joined }) => joined, numeric: true },
  { header: '付款', cell: ({ paid }) => paid, numeric: true },
  { header: '已发奖励', cell: ({ rewarded }) => rewarded, numeric: true },
];
