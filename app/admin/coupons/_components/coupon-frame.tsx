import type { ReactNode } from 'react';
import { AdminHeader } from '@/components/admin/admin-header';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { TabLinks } from '@/components/ui/tab-links';
import type { CouponHead } from '@/lib/data/admin/coupon-detail';
import { stopCoupon } from '../actions';
import { CouponStateBadge } from './state-badge';

const TABS = [
  { key: 'overview', label: '概况', hrefOf: (id: number) => `/admin/coupons/${id}` as const },
  { key: 'edit', label: '规则', hrefOf: (id: number) => `/admin/coupons/${id}/edit` as const },
  { key: 'grant', label: '发放', hrefOf: (id: number) => `/admin/coupons/${id}/grant` as const },
  { key: 'codes', label: '兑换码', hrefOf: (id: number) => `/admin/coupons/${id}/codes` as const },
  { key: 'records', label: '领取记录', hrefOf: (id: number) => `/admin/coupons/${id}/records` as const },
] as const;

interface CouponFrameProps {
  coupon: Pick<CouponHead, 'id' | 'name' | 'state' | 'version'>;
  /** The page one is on. */
  tab: (typeof TABS)[number]['key'];
  children: ReactNode;
}

/** Around every page about one coupon: its name, its state, the other pages about it. */
export function CouponFrame({ coupon: { id, name, state, version }, tab, children }: CouponFrameProps) {
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '优惠券', href: '/admin/coupons' }, { label: name }]} />}
        title={
          <span className="flex flex-wrap items-center gap-2">
            {name} <CouponStateBadge state={state} />
            {version > 1 && <Badge>第 {version} 版</Badge>}
          </span>
        }
        actions={
          state !== 'stopped' && (
            <ConfirmAction
              action={stopCoupon}
              fields={{ id }}
              trigger="停止发放"
              title={`停止发放「${name}」？`}
              consequence="不能再领取、兑换或发放，也不能恢复。已经领到的照常使用，直到过期。"
              confirm="确认停止"
            />
          )
        }
      />
      <TabLinks
        label="优惠券的各个部分"
        className="mb-5"
        tabs={TABS.map(({ key, label, hrefOf }) => ({ href: hrefOf(id), label, current: key === tab }))}
      />
      {children}
    </>
  );
}
