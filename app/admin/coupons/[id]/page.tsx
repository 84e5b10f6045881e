import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AuditTable } from '@/components/admin/audit-table';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { requireAdmin } from '@/lib/auth/guards';
import { findCoupon } from '@/lib/data/admin/coupon-detail';
import { auditSearchPath } from '@/lib/domain/admin/audit-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { CouponFigureCards } from '../_components/coupon-figures';
import { CouponFrame } from '../_components/coupon-frame';
import { CouponGrants } from '../_components/coupon-grants';
import { CouponVersions } from '../_components/coupon-versions';
import { RuleFacts } from '../_components/rule-facts';

export const metadata: Metadata = { title: '优惠券详情' };

export default async function CouponPage({ params }: PageProps<'/admin/coupons/[id]'>) {
  await requireAdmin();
  const id = pathId((await params).id);
  const coupon = id === null ? null : await findCoupon(id);
  if (!coupon) notFound();
  return (
    <CouponFrame coupon={coupon} tab="overview">
      <CouponFigureCards figures={coupon.figures.whole} quantity={coupon.current.quantity} />
      <div className="mt-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title="版本" flush>
            <CouponVersions versions={coupon.versions} figures={coupon.figures} familyId={coupon.id} />
          </Panel>
          <Panel
            title="操作记录"
            flush
            aside={
              <Link
                href={auditSearchPath({ kind: 'coupon', subject: String(coupon.id) })}
                prefetch={false}
                className="inline-flex min-h-9 items-center text-link text-sm hover:underline"
              >
                全部记录
              </Link>
            }
          >
            {coupon.audit.length === 0 ? (
              <PanelEmpty>还没有管理员改过它。</PanelEmpty>
            ) : (
              <AuditTable items={coupon.audit} hideSubject />
            )}
          </Panel>
        </div>
        <div className="grid gap-4 max-xl:order-first">
          <Panel title="现在的规则">
            <RuleFacts coupon={coupon} />
          </Panel>
          <Panel title="最近的发放" flush>
            <CouponGrants familyId={coupon.id} grants={coupon.grants} />
          </Panel>
        </div>
      </div>
    </CouponFrame>
  );
}
