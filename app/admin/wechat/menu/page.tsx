import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { ListFrame } from '@/components/admin/list-frame';
import { Alert } from '@/components/ui/alert';
import { requireAdmin } from '@/lib/auth/guards';
import { findMenu, getMenus, type MenuVersion } from '@/lib/data/admin/wechat-menu';
import { menuSearchPath, readMenuSearch } from '@/lib/domain/admin/menu-search';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { DEFAULT_MENU } from '@/lib/domain/wechat/default-menu';
import { draftOf } from '@/lib/domain/wechat/menu-draft';
import { MenuEditor } from './_components/menu-editor';
import { MenuHistory } from './_components/menu-history';

export const metadata: Metadata = { title: '公众号菜单' };

export default async function MenuPage({ searchParams }: PageProps<'/admin/wechat/menu'>) {
  await requireAdmin();
  const { from, page } = readMenuSearch(await searchParams);
  const { current, latest, history } = await getMenus(page);
  const chosen = from === null ? null : await findMenu(from);
  const start = chosen?.version ?? latest;
  return (
    <>
      <AdminHeader title="公众号菜单" description="关注者在聊天窗口底部看到的按钮：最多 3 个，每个下面最多 5 项。" />
      <div className="grid gap-6">
        <Standing current={current} latest={latest} start={start} />
        <MenuEditor key={chosen?.version.id ?? 'latest'} start={draftOf(start?.buttons ?? DEFAULT_MENU)} />
        {history.total > 0 && (
          <section aria-labelledby="history" className="grid gap-3">
            <h2 id="history" className="font-semibold text-lg">
              历史
            </h2>
            <ListFrame
              total={history.total}
              unit="个版本"
              page={page}
              pageCount={history.pageCount}
              hrefOf={(each) => menuSearchPath({ from, page: each })}
            >
              <MenuHistory versions={history.rows} />
            </ListFrame>
          </section>
        )}
      </div>
    </>
  );
}

/** What followers see now, and what became of the last attempt. */
function Standing({ current, latest, start }: Record<'current' | 'latest' | 'start', MenuVersion | null>) {
  return (
    <div className="grid gap-3 text-sm">
      {latest?.state === 'failed' && (
        <Alert tone="danger" title={`#${latest.id} 没有发布`}>
          {latest.failure}
        </Alert>
      )}
      {latest?.state === 'interrupted' && (
        <Alert tone="danger" title={`#${latest.id} 发布时中断了`}>
          不知道微信是否已经收到。请再发布一次。
        </Alert>
      )}
      {latest?.state === 'publishing' && <Alert>#{latest.id} 正在发布，稍后刷新看结果。</Alert>}
      {current ? (
        <Alert tone="success">
          关注者看到的是 #{current.id}，{current.author.username} 于{' '}
          {shanghaiMinute(current.publishedAt ?? current.createdAt)} 发布。
          {start && start.id !== current.id && `下面是 #${start.id}，还没有成为现在的菜单。`}
        </Alert>
      ) : (
        <Alert>还没有发布过菜单。{start ? `下面是 #${start.id}。` : '下面是一份建议的菜单，可以改好再发布。'}</Alert>
      )}
    </div>
  );
}
