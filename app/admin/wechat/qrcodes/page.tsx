import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/guards';
import { listQrcodes } from '@/lib/data/admin/qrcodes';
import { MOST_PERMANENT } from '@/lib/domain/admin/qrcode-form';
import { qrcodesPath, readQrcodeSearch } from '@/lib/domain/admin/qrcode-search';
import { QrcodeCard } from './_components/qrcode-card';
import { QrcodeForm } from './_components/qrcode-form';

export const metadata: Metadata = { title: '渠道二维码' };

export default async function QrcodesPage({ searchParams }: PageProps<'/admin/wechat/qrcodes'>) {
  await requireAdmin();
  const search = readQrcodeSearch(await searchParams);
  const { rows, total, pageCount, permanent } = await listQrcodes(search);
  return (
    <>
      <AdminHeader title="渠道二维码" description="永久有效的公众号二维码，一个渠道一个：知道从哪里来了多少人。" />
      <TabLinks
        label="渠道二维码"
        tabs={[
          { href: qrcodesPath({ page: 1, archived: false }), label: '使用中', current: !search.archived },
          { href: qrcodesPath({ page: 1, archived: true }), label: '已归档', current: search.archived },
        ]}
        className="mb-4"
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-4 max-lg:order-last">
          <p role="status" className="text-muted-foreground text-sm tabular-nums">
            共 {total} 个
          </p>
          {rows.length === 0 ? (
            <PanelEmpty>{search.archived ? '没有归档的二维码。' : '还没有渠道二维码。'}</PanelEmpty>
          ) : (
            <ul className="grid gap-4 md:grid-cols-2">
              {rows.map((qrcode) => (
                <li key={qrcode.scene}>
                  <QrcodeCard qrcode={qrcode} />
                </li>
              ))}
            </ul>
          )}
          <Pagination page={search.page} pageCount={pageCount} hrefOf={(page) => qrcodesPath({ ...search, page })} />
        </div>
        <Panel title="新的渠道">
          <QrcodeForm />
          <p className="mt-4 text-muted-foreground text-xs tabular-nums">
            永久二维码已用 {permanent} / {MOST_PERMANENT.toLocaleString('zh-CN')}{' '}
            个。用过的不能收回，归档的仍然有效，也仍然计数。
          </p>
        </Panel>
      </div>
    </>
  );
}
