import { AdminHeader } from '@/components/admin/admin-header';
import { TabLinks } from '@/components/ui/tab-links';

/** The head of both lists about payments. */
export function PaymentsHeader({ current }: { current: 'attempts' | 'events' }) {
  return (
    <>
      <AdminHeader title="支付" description="每一次发起的支付，和支付宝说过的每一句话。原文只能追加，不能改动。" />
      <TabLinks
        label="支付"
        tabs={[
          { href: '/admin/payments', label: '支付', current: current === 'attempts' },
          { href: '/admin/payments/events', label: '消息记录', current: current === 'events' },
        ]}
        className="mb-4"
      />
    </>
  );
}
