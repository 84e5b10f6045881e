import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';

const TABS = [
  { href: '/account', label: '个人资料' },
  { href: '/account/security', label: '安全设置' },
  { href: '/account/wechat', label: '微信绑定' },
  { href: '/account/messages', label: '消息' },
  { href: '/account/invite', label: '邀请好友' },
  { href: '/account/coupons', label: '优惠券' },
  { href: '/account/beli', label: '贝里' },
  { href: '/orders', label: '我的订单' },
  { href: '/learn', label: '我的学习' },
] as const;

interface AccountFrameProps {
  current: (typeof TABS)[number]['href'];
  children: ReactNode;
  /** Beside the rest on a wide screen, below it on a phone. */
  aside: ReactNode;
}

/** What every page of the account has around it. */
export function AccountFrame({ current, children, aside }: AccountFrameProps) {
  return (
    <div className="container-page">
      <PageHeader title="账号设置" />
      <TabLinks
        label="账号"
        tabs={TABS.map((tab) => ({ ...tab, current: tab.href === current }))}
        className="max-sm:[&_a]:px-2"
      />
      <div className="grid items-start gap-6 py-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {children}
        {aside}
      </div>
    </div>
  );
}
