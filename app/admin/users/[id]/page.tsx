import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { AuditTable } from '@/components/admin/audit-table';
import { Facts } from '@/components/admin/facts';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { RoleBadge } from '@/components/admin/role-badge';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { findUser, type UserForAdmin } from '@/lib/data/admin/user-detail';
import { auditSearchPath } from '@/lib/domain/admin/audit-search';
import { messageSearchPath } from '@/lib/domain/admin/message-search';
import { orderSearchPath } from '@/lib/domain/admin/order-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { AccountActions } from './_components/account-actions';
import { GiveBeli } from './_components/give-beli';
import { UserFacts, WechatFacts } from './_components/user-facts';
import { UserBeliEntries, UserEnrolments, UserMessages, UserOrders } from './_components/user-lists';

export const metadata: Metadata = { title: '用户详情' };

const MORE = 'inline-flex min-h-9 items-center text-link text-sm hover:underline';

export default async function UserPage({ params }: PageProps<'/admin/users/[id]'>) {
  const viewer = await requireAdmin();
  const id = pathId((await params).id);
  const user = id === null ? null : await findUser(id);
  if (!user) notFound();
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '用户', href: '/admin/users' }, { label: user.username }]} />}
        title={<Title user={user} />}
        actions={
          <AccountActions
            accountId={user.id}
            username={user.username}
            isDisabled={user.disabledAt !== null}
            isOwn={user.id === viewer.id}
          />
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Lists user={user} />
        <div className="grid gap-4 sm:grid-cols-2 xl:order-last xl:grid-cols-1 max-xl:order-first">
          <Panel title="资料">
            <UserFacts user={user} />
          </Panel>
          <Panel title="微信">
            <WechatFacts wechat={user.wechat} />
          </Panel>
          <Panel
            title="贝里"
            aside={<GiveBeli accountId={user.id} username={user.username} requestId={randomUUID()} />}
          >
            <Facts
              facts={[
                { label: '余额', value: user.balance },
                { label: '其中冻结', value: user.held },
              ]}
            />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Title({ user }: { user: UserForAdmin }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {user.nickname} <RoleBadge role={user.role} />
      {user.disabledAt && <Badge tone="danger">已停用</Badge>}
      {user.isDemo && <Badge>演示账号</Badge>}
    </span>
  );
}

function Lists({ user }: { user: UserForAdmin }) {
  return (
    <div className="grid min-w-0 gap-4">
      <Panel
        title="最近的订单"
        flush
        aside={
          <Link href={orderSearchPath({ q: user.username })} prefetch={false} className={MORE}>
            全部订单
          </Link>
        }
      >
        <UserOrders orders={user.orders} />
      </Panel>
      <Panel title="报名的课程" flush>
        <UserEnrolments enrolments={user.enrolments} />
      </Panel>
      <Panel
        title="最近的消息"
        flush
        aside={
          <Link href={messageSearchPath({ q: user.username })} prefetch={false} className={MORE}>
            全部消息
          </Link>
        }
      >
        <UserMessages messages={user.messages} />
      </Panel>
      <Panel title="最近的贝里变动" flush>
        <UserBeliEntries entries={user.entries} />
      </Panel>
      <Panel
        title="操作记录"
        flush
        aside={
          <Link href={auditSearchPath({ kind: 'account', subject: String(user.id) })} prefetch={false} className={MORE}>
            全部记录
          </Link>
        }
      >
        {user.audit.length === 0 ? (
          <PanelEmpty>没有管理员操作过这个账号。</PanelEmpty>
        ) : (
          <AuditTable items={user.audit} hideSubject />
        )}
      </Panel>
    </div>
  );
}
