import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AdminHeader } from '@/components/admin/admin-header';
import { AuditTable } from '@/components/admin/audit-table';
import { Facts } from '@/components/admin/facts';
import { Panel } from '@/components/admin/panel';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { requireAdmin } from '@/lib/auth/guards';
import { findMenu, type MenuVersion } from '@/lib/data/admin/wechat-menu';
import { menuSearchPath } from '@/lib/domain/admin/menu-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { draftOf } from '@/lib/domain/wechat/menu-draft';
import { MenuBadge } from '../_components/menu-badge';
import { MenuComparison } from '../_components/menu-comparison';
import { MenuPhone } from '../_components/menu-phone';
import { republishMenu } from '../actions';

export const metadata: Metadata = { title: '菜单的一个版本' };

export default async function MenuVersionPage({ params }: PageProps<'/admin/wechat/menu/[menuId]'>) {
  await requireAdmin();
  const id = pathId((await params).menuId);
  const found = id === null ? null : await findMenu(id);
  if (!found) notFound();
  const { version, current, audit } = found;
  return (
    <>
      <AdminHeader
        above={
          <Breadcrumbs crumbs={[{ label: '公众号菜单', href: '/admin/wechat/menu' }, { label: `#${version.id}` }]} />
        }
        title={
          <span className="flex flex-wrap items-center gap-2">
            菜单 #{version.id} <MenuBadge state={version.state} />
          </span>
        }
        actions={<Commands version={version} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title="这个版本">
            <Facts facts={factsOf(version)} />
          </Panel>
          <Panel title={current && current.id !== version.id ? `和现在的菜单 #${current.id} 比` : '按钮'}>
            <MenuComparison before={(current ?? version).buttons} after={version.buttons} />
          </Panel>
          <Panel title="操作记录" flush>
            <AuditTable items={audit} hideSubject />
          </Panel>
        </div>
        <Panel title="预览" className="max-lg:order-first">
          <MenuPhone draft={draftOf(version.buttons)} />
        </Panel>
      </div>
    </>
  );
}

const factsOf = ({ author, createdAt, publishedAt, note, failure }: MenuVersion) => [
  { label: '谁', value: author.username },
  { label: '时间', value: shanghaiSecond(createdAt) },
  { label: '发布', value: publishedAt && shanghaiSecond(publishedAt) },
  { label: '备注', value: note || null },
  ...(failure === null ? [] : [{ label: '没有发布', value: failure }]),
];

function Commands({ version: { id, state } }: { version: MenuVersion }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild variant="secondary" size="sm">
        <Link href={menuSearchPath({ from: id })} prefetch={false}>
          从它开始编辑
        </Link>
      </Button>
      {state !== 'publishing' && (
        <ConfirmAction
          action={republishMenu}
          fields={{ id }}
          tone="primary"
          trigger={state === 'earlier' ? '恢复这个版本' : state === 'current' ? '再发布一次' : '发布这个版本'}
          title={`把 #${id} 发布给关注者？`}
          consequence="成为一个新的版本。关注者最多 5 分钟后看到它。"
          confirm="确认发布"
        />
      )}
    </div>
  );
}
