import { AdminHeader } from '@/components/admin/admin-header';
import { TabLinks } from '@/components/ui/tab-links';

/** The head of the lists about reconciliation. */
export function ReconciliationHeader({ current }: { current: 'days' | 'cases' | 'balance' }) {
  return (
    <>
      <AdminHeader
        title="对账"
        description="每天早上下载支付宝前一天的账单，和我们的支付、退款逐笔核对；每一处不同都要有人了结。"
      />
      <TabLinks
        label="对账"
        tabs={[
          { href: '/admin/reconciliation', label: '账单', current: current === 'days' },
          { href: '/admin/reconciliation/cases', label: '差异', current: current === 'cases' },
          { href: '/admin/reconciliation/balance', label: '收支平衡表', current: current === 'balance' },
        ]}
        className="mb-4"
      />
    </>
  );
}
