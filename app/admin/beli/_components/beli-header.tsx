import { AdminHeader } from '@/components/admin/admin-header';
import { TabLinks } from '@/components/ui/tab-links';

/** The head of both pages about 贝里. */
export function BeliHeader({ current }: { current: 'audit' | 'entries' }) {
  return (
    <>
      <AdminHeader title="贝里" description="10 贝里 = 1 元。每一笔变动都记在账上，只能追加；发放在用户的页面上。" />
      <TabLinks
        label="贝里"
        tabs={[
          { href: '/admin/beli', label: '核对', current: current === 'audit' },
          { href: '/admin/beli/entries', label: '明细', current: current === 'entries' },
        ]}
        className="mb-4"
      />
    </>
  );
}
